/** Things that are open together: closed in the order opposite to that of their opening. (Node 20 has no AsyncDisposableStack.) */

export type Held = AsyncDisposable & {
  /** Closes the thing when the others are closed. Returns it. */
  use<T extends Disposable | AsyncDisposable>(thing: T): T;
};

export function holdOpen(): Held {
  const things: (Disposable | AsyncDisposable)[] = [];
  return {
    use(thing) {
      things.push(thing);
      return thing;
    },
    /** Closes all of them, also when one of them throws; then throws the first of what they threw. */
    async [Symbol.asyncDispose]() {
      const thrown: unknown[] = [];
      for (const thing of things.splice(0).reverse()) {
        try {
          if (Symbol.asyncDispose in thing) await thing[Symbol.asyncDispose]();
          else thing[Symbol.dispose]();
        } catch (error) {
          thrown.push(error);
        }
      }
      if (thrown.length > 0) throw thrown[0];
    },
  };
}
