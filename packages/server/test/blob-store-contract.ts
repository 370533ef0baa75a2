import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { BlobMissing, type BlobStore } from '../src/blobs/index.ts'

/** What every keeper of blobs must do: call inside a `describe`, with a way to get one. */
export function itKeepsBlobs(getBlobs: () => BlobStore): void {
  const workspace = randomUUID()
  const other = randomUUID()
  const bytes = (...parts: string[]): Uint8Array[] => parts.map((part) => Buffer.from(part))
  const keysOf = async (of: string): Promise<string[]> => {
    const keys: string[] = []
    for await (const { key } of getBlobs().list(of)) keys.push(key)
    return keys
  }

  it('gives back what was put, with its size and SHA-256', async () => {
    const parts = bytes('Dear all,\r\n', '', '\0\u{1f4e6} it never came\n')
    const whole = Buffer.concat(parts)
    const { key, sha256, size } = await getBlobs().put(workspace, Readable.from(parts))
    expect(size).toBe(whole.length)
    expect(sha256).toEqual(createHash('sha256').update(whole).digest())
    expect(await buffer(await getBlobs().open(workspace, key))).toEqual(whole)
  })

  it('says how much room there is, or that it knows of no end', async () => {
    const room = await getBlobs().room()
    if (room === undefined) return
    expect(room.free).toBeGreaterThanOrEqual(0)
    expect(room.total).toBeGreaterThan(room.free)
  })

  it('keeps many megabytes and nothing at all', async () => {
    const chunk = Buffer.alloc(1_000_000, 'a')
    const large = await getBlobs().put(workspace, Array<Buffer>(5).fill(chunk))
    expect(large.size).toBe(5_000_000)
    expect(await buffer(await getBlobs().open(workspace, large.key))).toHaveLength(5_000_000)
    const empty = await getBlobs().put(workspace, [])
    expect(await buffer(await getBlobs().open(workspace, empty.key))).toHaveLength(0)
  })

  it('gives every blob a key of its own, also where bytes are equal', async () => {
    const [one, two] = [await getBlobs().put(workspace, bytes('same')), await getBlobs().put(workspace, bytes('same'))]
    expect(one.key).not.toBe(two.key)
    expect(one.sha256).toEqual(two.sha256)
  })

  it('keeps several at once, in their order, each under a key of its own', async () => {
    const all = Array.from({ length: 40 }, (_, n) => Buffer.from(n === 7 ? '' : `mail ${n % 5}`))
    const stored = await getBlobs().putAll(workspace, all)
    expect(new Set(stored.map(({ key }) => key)).size).toBe(40)
    const kept = await keysOf(workspace)
    for (const [n, { key, sha256, size }] of stored.entries()) {
      expect(kept).toContain(key)
      expect(size).toBe(all[n]?.length)
      expect(sha256).toEqual(
        createHash('sha256')
          .update(all[n] ?? '')
          .digest(),
      )
      expect(await buffer(await getBlobs().open(workspace, key))).toEqual(all[n])
    }
    expect(await getBlobs().putAll(workspace, [])).toEqual([])
  })

  it('brings a blob back under the key that it had', async () => {
    const key = randomUUID()
    expect((await getBlobs().put(workspace, bytes('as before'), key)).key).toBe(key)
    expect(await buffer(await getBlobs().open(workspace, key))).toEqual(Buffer.from('as before'))
  })

  it('keeps workspaces apart', async () => {
    const { key } = await getBlobs().put(workspace, bytes('ours'))
    await expect(getBlobs().open(other, key)).rejects.toThrow(BlobMissing)
    await getBlobs().delete(other, key)
    expect(await keysOf(other)).toEqual([])
    expect(await buffer(await getBlobs().open(workspace, key))).toEqual(Buffer.from('ours'))
  })

  it('deletes, and again without complaint', async () => {
    const { key } = await getBlobs().put(workspace, bytes('gone'))
    await getBlobs().delete(workspace, key)
    await getBlobs().delete(workspace, key)
    await expect(getBlobs().open(workspace, key)).rejects.toThrow(BlobMissing)
    expect(await keysOf(workspace)).not.toContain(key)
  })

  it('lists what is kept, with the time it was finished', async () => {
    const fresh = randomUUID()
    const put = await Promise.all(['a', 'b', 'c'].map((text) => getBlobs().put(fresh, bytes(text))))
    expect((await keysOf(fresh)).sort()).toEqual(put.map(({ key }) => key).sort())
    for await (const { writtenAt } of getBlobs().list(fresh)) expect(writtenAt).toBeGreaterThan(Date.UTC(2020, 0))
    expect(await keysOf(randomUUID())).toEqual([])
  })

  it('keeps nothing of a source that breaks off', async () => {
    const fresh = randomUUID()
    const broken = (async function* () {
      yield Buffer.from('half a mail')
      throw new Error('connection lost')
    })()
    await expect(getBlobs().put(fresh, broken)).rejects.toThrow('connection lost')
    expect(await keysOf(fresh)).toEqual([])
  })

  it.each(['..', '../../etc/passwd', '', 'A'.repeat(36)])('takes no id that is none: “%s”', async (id) => {
    await expect(getBlobs().put(id, [])).rejects.toThrow(TypeError)
    await expect(getBlobs().open(workspace, id)).rejects.toThrow(TypeError)
    await expect(getBlobs().delete(workspace, id)).rejects.toThrow(TypeError)
    await expect(keysOf(id)).rejects.toThrow(TypeError)
  })
}
