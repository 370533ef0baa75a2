/** A disk of its own that a test can fill: only root on Linux makes one. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  /** Its root. */
  readonly path: string
  /** Nobody may make one here. */
  readonly isMissing: boolean
  /** Not a byte is left. */
  fill(): void
  /** Makes room again. */
  free(): void
  remove(): void
}

export const NO_SMALL_DISK = 'mounting a small disk needs root on Linux'

/** `megabytes`: how large it is. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'avow-full-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const path = join(folder, 'disk')
  mkdirSync(path)
  const mount = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'avow', path]
  const isMissing = process.platform !== 'linux' || spawnSync('mount', mount).status !== 0
  const filling = join(path, 'filling')
  return {
    path,
    isMissing,
    fill() {
      for (let size = 8 * 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (;;) writeFileSync(filling, Buffer.alloc(size), { flag: 'a' })
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        }
      }
    },
    free: () => rmSync(filling, { force: true }),
    remove() {
      if (!isMissing) spawnSync('umount', ['-l', path])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
