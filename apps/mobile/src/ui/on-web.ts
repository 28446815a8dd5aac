import { Platform } from 'react-native'

/** A style that only browsers know; nothing on a phone. */
export const onWeb = (style: object): object => (Platform.OS === 'web' ? style : {})
