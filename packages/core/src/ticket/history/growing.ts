/**
 * Typed arrays that grow: each is copied into a larger one. ArrayBuffer's `transfer` would give the old memory back at once,
 * but it detaches a buffer, and from the first detached buffer on V8 checks every access to every typed array of the
 * process (measured: reading a history took three times as long).
 */

export function grownBytes(column: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(size)
  grown.set(column)
  return grown
}

export function grownFloats(column: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(size)
  grown.set(column)
  return grown
}

export function grownCounts(column: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(size)
  grown.set(column)
  return grown
}

/** The new places hold `fill`. */
export function grownIndices(column: Int32Array, size: number, fill: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size)
  grown.set(column)
  return fill === 0 ? grown : grown.fill(fill, column.length)
}

/** The column's values in another order. */
export function reorderedFloats(column: Float64Array, order: Uint32Array): Float64Array<ArrayBuffer> {
  const sorted = new Float64Array(order.length)
  for (let index = 0; index < order.length; index++) sorted[index] = column[order[index] as number] as number
  return sorted
}

/** As `reorderedFloats`. */
export function reorderedIndices(column: Int32Array, order: Uint32Array): Int32Array<ArrayBuffer> {
  const sorted = new Int32Array(order.length)
  for (let index = 0; index < order.length; index++) sorted[index] = column[order[index] as number] as number
  return sorted
}
