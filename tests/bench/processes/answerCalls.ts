export type Calls = Readonly<Record<string, (argument: never) => unknown>>;

export interface Call {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}
export type Reply =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly problem: string };

/** In a child process: does what its parent asks for, and ends with it. */
export function answerCalls(calls: Calls): void {
  const answer = async ({ id, name, argument }: Call): Promise<Reply> => {
    try {
      return { id, result: await calls[name]!(argument as never) };
    } catch (error) {
      return { id, problem: error instanceof Error ? `${error.stack}` : String(error) };
    }
  };
  process.on('message', (call) => void answer(call as Call).then((reply) => process.send?.(reply)));
  process.once('disconnect', () => process.exit());
}
