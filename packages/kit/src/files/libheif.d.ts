// What we use of libheif's JavaScript interface; the package only has types of its C functions.
declare module 'libheif-js/wasm-bundle.js' {
  type Handle = object
  type Fault = { code: unknown; message?: string }
  type Channel = { id: unknown; width: number; height: number; stride: number; data: Uint8Array }
  const libheif: {
    heif_error_code: { heif_error_Ok: unknown }
    heif_colorspace: { heif_colorspace_RGB: unknown }
    heif_chroma: { heif_chroma_interleaved_RGB: unknown }
    heif_channel: { heif_channel_interleaved: unknown }
    heif_context_alloc(): Handle
    heif_context_read_from_memory(context: Handle, bytes: Uint8Array): Fault
    heif_js_context_get_primary_image_handle(context: Handle): Handle | Fault
    heif_image_handle_get_width(image: Handle): number
    heif_image_handle_get_height(image: Handle): number
    heif_js_decode_image2(
      image: Handle,
      colours: unknown,
      chroma: unknown,
    ): Promise<Fault | { channels: Channel[] }>
  }
  export default libheif
}
