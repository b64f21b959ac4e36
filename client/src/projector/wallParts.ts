import WallPicture from '../artifact/WallPicture.svelte';
import Chime from '../sound/Chime.svelte';
import WallAgree from './WallAgree.svelte';
import WallBoard from './WallBoard.svelte';
import WallCheck from './WallCheck.svelte';

/** What a wall shows neither in its lobby nor where it shows the time, and the sound it may make. */
export const wallParts = { Chime, WallAgree, WallBoard, WallCheck, WallPicture };
export type WallParts = typeof wallParts;
