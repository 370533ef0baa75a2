/** Typed arrays that grow: each is moved into a larger one and the old memory given back at once. */

export function grownFloats(column: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  return new Float64Array(column.buffer.transfer(8 * size))
}

export function grownCounts(column: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(column.buffer.transfer(4 * size))
}

/** The new places hold `fill`. */
export function grownIndices(column: Int32Array<ArrayBuffer>, size: number, fill: number): Int32Array<ArrayBuffer> {
  const before = column.length
  return new Int32Array(column.buffer.transfer(4 * size)).fill(fill, before)
}

/** The column with its values in another order; the old memory is given back. */
export function reorderedFloats(column: Float64Array<ArrayBuffer>, order: Uint32Array): Float64Array<ArrayBuffer> {
  const sorted = new Float64Array(order.length)
  for (let index = 0; index < order.length; index++) sorted[index] = column[order[index] as number] as number
  column.buffer.transfer(0)
  return sorted
}

/** As `reorderedFloats`. */
export function reorderedIndices(column: Int32Array<ArrayBuffer>, order: Uint32Array): Int32Array<ArrayBuffer> {
  const sorted = new Int32Array(order.length)
  for (let index = 0; index < order.length; index++) sorted[index] = column[order[index] as number] as number
  column.buffer.transfer(0)
  return sorted
}
