import { Platform } from 'react-native'

/** A style that only browsers support; nothing on a phone. */
export const onWeb = (style: object): object => (Platform.OS === 'web' ? style : {})
