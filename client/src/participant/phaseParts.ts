import { Fetched } from '../ui/fetched.svelte.ts';

export const phaseParts = new Fetched(async () => (await import('./afterArrival.ts')).afterArrival);
