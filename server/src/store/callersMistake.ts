/** As against a store that cannot: asking again would not help. */
export class CallersMistake extends Error {}
