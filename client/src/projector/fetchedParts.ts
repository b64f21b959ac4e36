import { Fetched } from '../ui/fetched.svelte.ts';
import type { WallParts } from './wallParts.ts';

export const fetchedParts = new Fetched<WallParts>(async () => (await import('./wallParts.ts')).wallParts);
