/** Nine digits in three breaths: "472 916 358". */
export const spacedCode = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ');
