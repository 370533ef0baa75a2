import type { Problem } from '@avow/contract'
import { addressOf, desk } from './call.page.ts'
import { ProblemError, Unreachable } from './problem-error.ts'

export interface Upload {
  /** Of the page's own making. */
  readonly id: string
  readonly bytes: Blob
  readonly signal: AbortSignal
  /** Hears how much has left, from 0 to 1. */
  readonly onProgress: (share: number) => void
}

/**
 * Uploads a file, to be named by its id. The one call of the page that tells how far it has got, which `fetch` cannot. Throws
 * as `call` does.
 */
export function upload({ id, bytes, signal, onProgress }: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', addressOf('keepUpload', { params: { upload: id } }))
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    if (desk.workspace !== undefined) request.setRequestHeader('Avow-Workspace', desk.workspace)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () =>
      request.status === 200 ? resolve() : reject(refusalIn(request.responseText, request.status)),
    )
    for (const end of ['error', 'timeout', 'abort']) request.addEventListener(end, () => reject(new Unreachable(end)))
    signal.addEventListener('abort', () => request.abort())
    request.send(bytes)
  })
}

function refusalIn(text: string, status: number): Error {
  try {
    const body: unknown = JSON.parse(text)
    // The parser of refusals: problem details of the contract.
    if (typeof body === 'object' && body !== null && 'code' in body) return new ProblemError(body as Problem)
  } catch {
    // What is between the page and the server answers in words of its own.
  }
  return new Unreachable(`status ${status}`)
}
