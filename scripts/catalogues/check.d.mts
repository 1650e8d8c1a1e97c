export declare function faultsOf(
  catalogue: object,
  said: {messages: Record<string, string>; frame: Record<string, string>},
  phrases: ReadonlySet<string>,
): string[];
export declare function checkCatalogues(): Promise<string[]>;
