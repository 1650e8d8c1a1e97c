import {type CallToolResult, McpServer} from '@modelcontextprotocol/server';
import {serveStdio} from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
import {version} from '../config/version.js';
import type {Task} from './answer.js';
import {type AnswerPool, NoAnswer} from './pool.js';

export interface McpOptions {
  readonly pool: AnswerPool;
  /** Longest text, in UTF-16 units. */
  readonly maxLength: number;
  /** The page of a rule, or why there is none. */
  readonly explain: (rule: string) => Promise<{readonly page: string} | {readonly error: string}>;
}

/** No model reads more, and each is written twice: as text and as data. */
const mostFindings = 500;

const readOnly = {readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false};

/** Speaks the Model Context Protocol over standard input and output: tools `lint`, `fix`, `names` and `explain`. */
export function serveMcp(options: McpOptions): void {
  serveStdio(() => mcpServer(options));
}

/** A server with calque's tools, for any transport. */
export function mcpServer({pool, maxLength, explain}: McpOptions): McpServer {
  const server = new McpServer(
    {name: 'calque', version},
    {
      instructions:
        'calque finds what machine translation leaves behind in news: one name spelt in several ways, leftover words, page residue, wrong quotation marks, literal phrases. It writes no file.',
    },
  );
  const article = z.object({
    text: z.string().max(maxLength).describe('The article.'),
    format: z.enum(['text', 'markdown', 'html']).optional().describe('Default: text.'),
    language: z
      .string()
      .optional()
      .describe('BCP 47 tag of the language that the text is written in; default: en.'),
    source_language: z
      .string()
      .optional()
      .describe('BCP 47 tag of the language that it was translated from, where known.'),
  });
  const finding = z.looseObject({rule: z.string(), message: z.string(), start: z.number(), end: z.number()});
  const findings = {findings: z.array(finding), score: z.looseObject({})};
  tool(
    'lint',
    'Find the defects of a translated article',
    'Returns findings with their place (UTF-16 offsets into the text), the reason and suggested changes, and a score.',
    z.looseObject(findings),
  );
  tool(
    'fix',
    'Make the safe fixes',
    'Returns the text after the fixes that cannot do harm, and what is left to find. Suggestions are for a person to decide and are not made.',
    z.looseObject({text: z.string(), fixed: z.number(), ...findings}),
  );
  tool(
    'names',
    'List the names of an article',
    'Returns every name with its kind, its spellings and their lines, and which spellings are one name.',
    z.looseObject({names: z.array(z.looseObject({name: z.string()}))}),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a rule',
      description: 'Returns the page of a rule: what it finds, why translation causes it, examples.',
      inputSchema: z.object({rule: z.string().describe('As findings name it: family/name.')}),
      annotations: readOnly,
    },
    async ({rule}) => {
      const found = await explain(rule);
      return 'error' in found ? failure(found.error) : {content: [{type: 'text', text: found.page}]};
    },
  );
  return server;

  function tool(task: Task, title: string, description: string, outputSchema: z.ZodType): void {
    server.registerTool(
      task,
      {title, description, inputSchema: article, outputSchema, annotations: readOnly},
      async (record, {mcpReq}): Promise<CallToolResult> => {
        try {
          const {ok, json} = await pool.ask(
            {task, record: new TextEncoder().encode(JSON.stringify(record)), mostFindings},
            mcpReq.signal,
          );
          const {id: _, ...answer} = JSON.parse(json) as Record<string, unknown>;
          if (!ok) return failure(String(answer.error));
          return {content: [{type: 'text', text: JSON.stringify(answer)}], structuredContent: answer};
        } catch (error) {
          if (error instanceof NoAnswer) return failure(error.message);
          throw error;
        }
      },
    );
  }
}

const failure = (text: string): CallToolResult => ({isError: true, content: [{type: 'text', text}]});
