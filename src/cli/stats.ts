/**
 * How long each rule took, the slowest first.
 *
 * @param linted what was linted: `7 files`
 */
export function statsTable(timings: Readonly<Record<string, number>>, words: number, linted: string): string {
  const rows = Object.entries(timings).sort(([, a], [, b]) => b - a);
  const total = rows.reduce((sum, [, ms]) => sum + ms, 0);
  const width = Math.max(12, ...rows.map(([id]) => id.length));
  const lines = rows.map(
    ([id, ms]) =>
      `${id.padEnd(width)}  ${ms.toFixed(1).padStart(9)} ms  ${((100 * ms) / (total || 1)).toFixed(1).padStart(5)} %`,
  );
  const rate =
    total > 0 ? `, ${Math.round((1000 * words) / total).toLocaleString('en-US')} words a second` : '';
  return `${lines.join('\n')}\n${'all'.padEnd(width)}  ${total.toFixed(1).padStart(9)} ms for ${words.toLocaleString('en-US')} words in ${linted}${rate}\n`;
}
