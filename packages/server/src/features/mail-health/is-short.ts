import type { BlobRoom } from '../../blobs/index.ts'

const GIGABYTE = 1024 ** 3
const SHARE = 0.05

/** Is there little room left for mail: less than 1 GB, and less than a twentieth of the whole? */
export function isShort({ free, total }: BlobRoom): boolean {
  return free < Math.min(GIGABYTE, total * SHARE)
}
