import { type FileFault, faultOfFile, faultOfFiles } from '@avow/contract'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.page.ts'
import { upload } from '../../api/upload.page.ts'
import { type DraftFile, type DraftKind, keepDraftFiles, readDraftFiles } from './draft.page.ts'

/** A file beside a text that is being written. */
export interface FileInHand extends DraftFile {
  /** How far it has got; what is refused goes nowhere. */
  readonly state: 'uploading' | 'there' | 'failed' | 'refused'
  /** What of it has left, from 0 to 1. */
  readonly share: number
  readonly fault?: FileFault
  /** Why the upload failed. */
  readonly error?: Error
}

export interface FilesInHand {
  readonly files: readonly FileInHand[]
  /** All that is here goes along, and nothing is still on its way. */
  readonly isReady: boolean
  readonly fault: 'many' | 'large' | undefined
  add(chosen: Iterable<File>): void
  retry(id: string): void
  remove(id: string): void
  /** They went along: nothing is left here. */
  clear(): void
}

/** What is forwarded carries no files. */
type CarriesFiles = Exclude<DraftKind, 'forward'>

type Both = Readonly<Record<CarriesFiles, readonly FileInHand[]>>

/** The files that go along with what is being written to a ticket: uploaded as soon as they are chosen. */
export function useFiles(ticket: string, kind: CarriesFiles, onThere: (name: string) => void): FilesInHand {
  const [both, setBoth] = useState<Both>(() => ({ answer: kept(ticket, 'answer'), note: kept(ticket, 'note') }))
  const bytes = useRef(new Map<string, File>())
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => {
    for (const one of ['answer', 'note'] as const)
      keepDraftFiles(
        ticket,
        one,
        both[one]
          .filter(({ state }) => state === 'there')
          .map(({ id, name, type, size }) => ({ id, name, type, size })),
      )
  }, [ticket, both])
  useEffect(() => {
    const on = running.current
    return () => {
      for (const controller of on.values()) controller.abort()
    }
  }, [])

  const change = (of: CarriesFiles, id: string, to: Partial<FileInHand>): void =>
    setBoth((before) => ({ ...before, [of]: before[of].map((file) => (file.id === id ? { ...file, ...to } : file)) }))
  const begin = async (of: CarriesFiles, id: string, file: File): Promise<void> => {
    const controller = new AbortController()
    running.current.set(id, controller)
    try {
      const onProgress = (share: number): void => change(of, id, { share })
      await upload({ id, bytes: file, signal: controller.signal, onProgress })
      change(of, id, { state: 'there', share: 1 })
      bytes.current.delete(id)
      onThere(file.name)
    } catch (error) {
      if (!controller.signal.aborted)
        change(of, id, { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
    running.current.delete(id)
  }
  const files = both[kind]
  const going = files.filter(({ state }) => state !== 'refused')
  const fault = faultOfFiles(going)
  return {
    files,
    fault,
    isReady: fault === undefined && files.every(({ state }) => state === 'there'),
    add(chosen) {
      const added = [...chosen].map((file): readonly [FileInHand, File] => {
        const { name, type, size } = file
        const refused = faultOfFile(file)
        const state = refused === undefined ? 'uploading' : 'refused'
        const given = { id: crypto.randomUUID(), name, type, size, share: 0, state } as const
        return [refused === undefined ? given : { ...given, fault: refused }, file]
      })
      setBoth((before) => ({ ...before, [kind]: [...before[kind], ...added.map(([file]) => file)] }))
      for (const [{ id, state }, file] of added) {
        if (state !== 'uploading') continue
        bytes.current.set(id, file)
        void begin(kind, id, file)
      }
    },
    retry(id) {
      const file = bytes.current.get(id)
      if (file === undefined) return
      change(kind, id, { state: 'uploading', share: 0 })
      void begin(kind, id, file)
    },
    remove(id) {
      const file = files.find((each) => each.id === id)
      running.current.get(id)?.abort()
      bytes.current.delete(id)
      setBoth((before) => ({ ...before, [kind]: before[kind].filter((each) => each.id !== id) }))
      // What is not dropped is forgotten after a day.
      if (file !== undefined && file.state !== 'refused')
        void call('dropUpload', { params: { upload: id } }).catch(() => undefined)
    },
    clear: () => setBoth((before) => ({ ...before, [kind]: [] })),
  }
}

function kept(ticket: string, kind: CarriesFiles): readonly FileInHand[] {
  return readDraftFiles(ticket, kind).map((file) => ({ ...file, state: 'there', share: 1 }))
}
