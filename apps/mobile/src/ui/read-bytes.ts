import { File } from 'expo-file-system'

/** What stands in a file of the phone. */
export const readBytes = async (uri: string): Promise<Uint8Array> => await new File(uri).bytes()
