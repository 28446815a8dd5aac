import { contains } from '@rmtools/kit/search'

/** Pattern of a phone as people write it, 08.., within numbers kept as +628... */
export const containsPhone = (text: string) => contains(text.replace(/^0/, ''))
