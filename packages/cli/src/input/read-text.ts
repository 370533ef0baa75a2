import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'

/** A whole file as text, `-` for standard input. Throws Failure: no such file, a folder, not UTF-8. */
export async function readText(path: string, io: Io): Promise<string> {
  const bytes = path === '-' ? await wholeInput(io) : await wholeFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure(`${nameOf(path)} is not text in UTF-8; save it as UTF-8`)
  }
}

/** How messages call a file. */
export function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path
}

/** What the system says about a file, in plain words. */
export function fileFailure(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const plain: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'this is a folder, not a file',
    ENOTDIR: 'a part of the path is no folder',
    EACCES: 'you may not read or write it',
    EPERM: 'you may not read or write it',
    ENOSPC: 'the disk is full',
  }
  return new Failure(`${nameOf(path)}: ${plain[code] ?? (error instanceof Error ? error.message : String(error))}`)
}

/** The same for a file that is to be written: what is missing then is its folder. */
export function writeFailure(path: string, error: unknown): Failure {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isMissing ? new Failure(`${path}: there is no folder ${dirname(path)}`) : fileFailure(path, error)
}

async function wholeFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw fileFailure(path, error)
  }
}

/** All of standard input. */
export async function wholeInput(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of io.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
