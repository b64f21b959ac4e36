import { longestSide, mostBytes, plainJpeg } from '#shared/artifact/plainJpeg.ts';

/** Tried in this order until the picture is light enough. */
const qualities = [0.85, 0.7, 0.5, 0.3];

/**
 * Draws a picture anew, so that where, when and with what it was taken stays on this device. Null when
 * the file is no picture this browser can read.
 */
export async function preparePicture(file: Blob): Promise<Blob | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // What is see-through would come out black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  for (const quality of qualities) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    const plain = drawn && plainJpeg(new Uint8Array(await drawn.arrayBuffer()));
    if (plain && plain.length <= mostBytes) return new Blob([plain], { type: 'image/jpeg' });
  }
  return null;
}
