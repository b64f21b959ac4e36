/** As many characters as a name may have, but for one; wider than any line of the wall. */
export const longName = 'Maximiliane-Charlotte von Hohenstein-Wittgenau zu Oldenburg';
