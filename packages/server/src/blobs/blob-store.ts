import type { Readable } from 'node:stream'

/** What was kept: for the row that names it. */
export interface StoredBlob {
  /** A random UUID: it says nothing of the content, and cannot be guessed. */
  readonly key: string
  /** SHA-256 of the bytes, 32 bytes. */
  readonly sha256: Buffer
  /** In bytes. */
  readonly size: number
}

export interface ListedBlob {
  readonly key: string
  /** When it was finished by the clock of whatever keeps it, UTC ms. */
  readonly writtenAt: number
}

/** How much room there is for blobs, bytes. */
export interface BlobRoom {
  readonly free: number
  readonly total: number
}

/** There is no such blob in this workspace. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing'
  constructor(workspace: string, key: string) {
    super(`there is no blob ${key} in the workspace ${workspace}`)
  }
}

/**
 * The port for raw mail, attachments and exports. A blob belongs to one workspace and never changes. Whatever keeps them
 * passes test/blob-store-contract.ts. Ids are UUIDs in lower case; others throw TypeError.
 */
export interface BlobStore {
  /**
   * Keeps bytes under a new key; when it answers, they outlive a loss of power. When the source throws, or there is no
   * room, nothing is kept and the error is passed on. `key` is given only when a backup is brought back.
   */
  put(workspace: string, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, key?: string): Promise<StoredBlob>
  /**
   * Keeps several at once, each under a new key, for less than one by one; answers in their order when all of them outlive a
   * loss of power. Where one fails, what was kept of the others is named by nobody, and left to the sweep.
   */
  putAll(workspace: string, all: readonly Uint8Array[]): Promise<readonly StoredBlob[]>
  /** The bytes of a blob. Rejects with BlobMissing before the first. */
  open(workspace: string, key: string): Promise<Readable>
  /** Deletes a blob; one that is not there is no error. */
  delete(workspace: string, key: string): Promise<void>
  /** The finished blobs of a workspace, in no order; none for a workspace never heard of. */
  list(workspace: string): AsyncIterable<ListedBlob>
  /** Undefined where whatever keeps them has no end that it knows of. */
  room(): Promise<BlobRoom | undefined>
}
