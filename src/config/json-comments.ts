/** A text in quotation marks, which is left as it is, or a comment. */
const textOrComment = /("(?:[^"\\\n]|\\.)*")|\/\/[^\n\r]*|\/\*[\s\S]*?\*\//g;

/**
 * JSON with its comments made spaces, so that every place stays where it was. Editors and compilers read such
 * configurations, and people expect it of others.
 */
export function withoutComments(json: string): string {
  return json.replace(
    textOrComment,
    (found, text: string | undefined) => text ?? found.replace(/[^\n\r]/g, ' '),
  );
}
