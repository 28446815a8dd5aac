import { lazy, Suspense } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Payment } from '@rmtools/contracts/crm/payments'
import { qrisToDraw } from '@rmtools/contracts/crm/qris'
import { fileNameOf } from '@rmtools/look/file-names'
import { paymentFields } from '@rmtools/look/payment-words'
import { space } from '@rmtools/look/scale'
import { useSay } from '../base/preferences.ts'
import { fromBase64 } from '../files/base64.ts'
import { shareFile } from '../files/share'
import { PNG } from '../files/shared-file.ts'
import { Text } from '../ui/Text.tsx'
import { useLeft } from './use-left.ts'

// Few orders have a code.
const QrCode = lazy(async () => {
  const { QrCode: Part } = await import('../ui/QrCode.tsx')
  return { default: Part }
})

/** The QRIS code of a payment, which the RM passes on to the client. */
export function QrisPart({ payment, amount }: { payment: Payment; amount: string }) {
  const words = useSay()
  const left = useLeft(payment.dueAt)
  const text = qrisToDraw(payment)
  if (text === null || (payment.dueAt !== null && left === null)) return null
  const name = fileNameOf(['QRIS', payment.holderName, amount], 'png')
  return (
    <View style={styles.part}>
      <Text kind="label">{words(paymentFields.qris)}</Text>
      <Suspense fallback={null}>
        <QrCode
          text={text}
          label={words(paymentFields.qrisCode, { amount })}
          hint={words(paymentFields.qrisHint)}
          onShare={async (png) => await shareFile({ name, mediaType: PNG, bytes: fromBase64(png) })}
        />
      </Suspense>
    </View>
  )
}

const styles = StyleSheet.create({ part: { gap: space(3) } })
