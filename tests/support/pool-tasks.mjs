import { threadId } from "node:worker_threads"

/** Tasks for the tests of the worker pool: one that works, and every way in which one can go wrong. */
export const where = () => threadId
export const double = (/** @type {{ n: number }} */ { n }) => n * 2
export const fail = () => {
  throw new TypeError("a fault in the task")
}
export const hang = () => new Promise(() => setInterval(() => {}, 1000))
export const spin = () => {
  for (;;) Math.random()
}
export const exit = () => process.exit(0)
export const crash = () => {
  setTimeout(() => {
    throw new Error("outside the task")
  })
  return new Promise(() => {})
}
export const devour = () => {
  const kept = []
  for (;;) kept.push(new Array(1_000_000).fill(kept.length))
}
/** Waits until the word at `index` of the shared memory is set. */
export const wait = (/** @type {{ shared: SharedArrayBuffer, index: number }} */ { shared, index }) => {
  const words = new Int32Array(shared)
  Atomics.add(words, 0, 1)
  Atomics.wait(words, index, 0)
  return threadId
}
