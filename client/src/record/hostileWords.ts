/** For tests: words that try to be something else in a file, each named by what it tries. */
export const hostileWords = {
  script: '<script>alert(document.domain)</script><img src=x onerror=alert(1)>',
  title: '</title></textarea></style><svg onload=alert(1)>',
  link: '[press](javascript:alert(1)) <javascript:alert(1)> [a]: https://evil.example "b"',
  image: '![](https://evil.example/pixel.png) https://evil.example www.evil.example me@evil.example',
  blocks: '# Heading\n---\n===\n- item\n1. item\n> quoted\n    code\n```js\nrun()\n```\n| a | b |\n| - | - |',
  template: '{{ site.secret }} {% include x %} <% tp.x() %> `= this` $x$ &lt; &#60;',
  calendar:
    'Lunch\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://evil.example;\\n,\u2028BEGIN:VALARM',
  formula: '=HYPERLINK("https://evil.example","press")',
  direction: 'safe\u202Egnp.exe\u2066\u200F',
  control: 'a\u0000b\u0007c\u001B[31m\u0085d\u000Be',
  surrogate: 'half \uD83D and \uDE00, whole 😀',
  json: '"}],"version":9,"x":"\\u0022</script><!--',
  long: `${'ä😀'.repeat(120)}${'x'.repeat(100)}`,
} as const;

export const allHostileWords: readonly string[] = Object.values(hostileWords);
