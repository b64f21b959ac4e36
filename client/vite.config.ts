import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { packFiles } from '../scripts/packFiles.ts';
import { pageLimits } from '../scripts/pageLimits.ts';
import { sharedScripts } from '../scripts/sharedScripts.ts';
import { withoutUnused } from '../scripts/withoutUnused.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    svelte({ configFile: 'svelte.config.js' }),
    withoutUnused(),
    sharedScripts(),
    pageLimits(),
    packFiles(),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
});
