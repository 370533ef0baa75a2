export { keepBlob, keepBlobs } from './blob-row.ts'
export { BlobMissing, type BlobRoom, type BlobStore, type ListedBlob, type StoredBlob } from './blob-store.ts'
export { folderBlobs } from './folder-blobs.ts'
export { sweepBlobs } from './sweep-blobs.ts'
