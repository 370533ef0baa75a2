import { convertCharter } from '@avow/core'
