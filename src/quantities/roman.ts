const romanNumeral = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;

const romanDigits: Readonly<Record<string, number>> = {I: 1, V: 5, X: 10};
function roman(numeral: string): number {
  let sum = 0;
  for (let i = 0; i < numeral.length; i++) {
    const value = romanDigits[numeral[i] as string] as number;
    const next = romanDigits[numeral[i + 1] as string] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}

/** The value of a Roman numeral up to 39 but for `I`, which is a word more often; `undefined` for anything else. */
export function romanValue(raw: string): number | undefined {
  return raw.length <= 5 && raw !== 'I' && romanNumeral.test(raw) ? roman(raw) : undefined;
}
