import type {Format} from './protocol.js';

/** Longest file that the page takes, in bytes. */
const longest = 4_000_000;
const formats: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
};

/**
 * Reads a file that a person chose or dropped.
 *
 * @throws Error with what is wrong with the file
 */
export async function readFile(file: File): Promise<{text: string; format: Format}> {
  if (file.size > longest)
    throw new Error(`“${file.name}” is longer than 4 MB: cut it, or use the command line`);
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (text.includes('\0') || (bytes[0] === 0x50 && bytes[1] === 0x4b))
    throw new Error(`“${file.name}” is no text: copy the words out of it and paste them here`);
  return {text, format: formats[extension] ?? 'text'};
}

/** Gives a person the text as a file. */
export function saveFile(text: string, format: Format): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}));
  link.download = `article.${format === 'markdown' ? 'md' : format === 'html' ? 'html' : 'txt'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
