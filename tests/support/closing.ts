const open: (() => Promise<unknown>)[] = []

/** Has `close` called when the test is over, pass or fail; what was opened last is closed first. */
export function closeAfterTest(close: () => Promise<unknown>): void {
  open.push(close)
}

/** Closes everything that the test opened. */
export async function closeOpened(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close()
}
