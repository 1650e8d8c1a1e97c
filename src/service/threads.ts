/** Threads that run a module, as many as said; one that dies takes its own job with it, and another takes its place. */
export type Threads = Awaited<ReturnType<typeof openThreads>>;

export async function openThreads(filename: string, threads: number) {
  const {Tinypool} = await import('tinypool');
  const pool = new Tinypool({filename, minThreads: threads, maxThreads: threads});
  // Whoever gave it the job hears of it; between two jobs it concerns nobody.
  pool.on('error', () => {});
  return pool;
}
