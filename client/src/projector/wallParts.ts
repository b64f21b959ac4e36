import WallPicture from '../artifact/WallPicture.svelte';
import { checkWords } from '../door/checkWords.ts';
import Chime from '../sound/Chime.svelte';
import WallAgree from './WallAgree.svelte';
import WallBoard from './WallBoard.svelte';
import WallCheck from './WallCheck.svelte';

/**
 * What a wall shows neither in its lobby nor where it shows the time, the sound it may make, and the words
 * that one at the door is known by.
 */
export const wallParts = { Chime, WallAgree, WallBoard, WallCheck, WallPicture, checkWords };
export type WallParts = typeof wallParts;
