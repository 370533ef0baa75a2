import { existsSync, readdirSync } from 'node:fs'
import { openCharter } from '../../charter-files.ts'
import { corpusFile } from '../corpus-file.ts'
import { type Judgements, judgeTasks } from './judge-tasks.ts'
import { readShop, readTasks, type Task } from './shop.ts'

/** Where the policy, the database and the tasks lie. */
export const FOLDER = 'data/retail/tau-bench'

/** The files of tasks whose figures are published. */
export const PUBLISHED = ['retail_tasks_dev.json', 'retail_tasks_train.json.gz']

const TASK_FILE = /^retail_tasks_(\w+)\.json(?:\.gz)?$/

/** All files of tasks in the folder, those too that came later. */
export function taskFiles(): readonly string[] {
  const folder = corpusFile(FOLDER)
  return existsSync(folder) ? readdirSync(folder).filter((name) => TASK_FILE.test(name)) : []
}

/** Puts the actions of all tasks of these files, and their neighbours, to the gate of `charters/retail-desk.yaml`. */
export function judgeFiles(files: readonly string[]): Judgements & { readonly tasks: readonly Task[] } {
  const folder = corpusFile(FOLDER)
  const tasks = files.flatMap((file) => readTasks(folder, file, TASK_FILE.exec(file)?.[1] ?? file))
  const { charter } = openCharter('charters/retail-desk.yaml')
  return { tasks, ...judgeTasks(charter, readShop(folder), tasks) }
}
