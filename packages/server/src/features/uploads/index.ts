/** Files that people of the desk upload before a message takes them along. */
export { forgetUploads } from './forget-uploads.ts'
export { keepUpload } from './keep-upload.ts'
export { type SafeFile, safeFile, takeUploads } from './take-uploads.ts'
export { uploadHandlers } from './upload-handlers.ts'
