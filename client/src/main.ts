import { mount } from 'svelte';
import App from './App.svelte';
import './ui/tokens.css';
import './ui/base.css';
import './ui/measure.css';
import './ui/page.css';
import './ui/card.css';

mount(App, { target: document.body });
