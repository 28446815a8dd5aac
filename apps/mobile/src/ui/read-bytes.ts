import { File } from 'expo-file-system'

/** The content of a file on the phone. */
export const readBytes = async (uri: string): Promise<Uint8Array> => await new File(uri).bytes()
