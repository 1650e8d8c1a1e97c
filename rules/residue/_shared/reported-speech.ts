const speech =
  /[,”"’?!] (?:[\p{L}.’'-]+ ){0,5}(?:said|says|urged|urges|told|asked|asks|added|adds|wrote|writes|advised|advises|warned|warns|ruled|promised|joked|reads|read|insisted|explained|explains|recalls|recalled|replied|claimed|claims)(?: [\p{L}\d.’'-]+){0,4}\.$/u;

/** Whether a line ends by saying whose words it gives (`Stay informed, the mayor urged.`): no page has such labels. */
export function isReportedSpeech(line: string): boolean {
  return line.endsWith('.') && speech.test(line);
}
