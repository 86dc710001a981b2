// Writes one receipt in the words of each encoder, into the directory named as the first argument: NAME.bin.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import ImageData from '@canvas/image-data';

const require = createRequire(import.meta.url);
const buffers = require('escpos-buffer');
const { ThermalPrinter, PrinterTypes, CharacterSet } = require('node-thermal-printer');
const receiptline = require('receiptline');
const { PNG } = require('pngjs');

const directory = process.argv[2];
mkdirSync(directory, { recursive: true });

const SHOP = 'Village Grocer';
const BREAD = ['Rye bread', '4.90'];
const CREAM = ['Crème fraîche', '1.29'];
const EAN = '4006381333931';
const LOT = 'TW-00018342';
const PAGES = ['cp858', 'cp852', 'cp866', 'cp437', 'windows1251', 'windows1253', 'cp869'];
const LINK = 'https://example.org/r/18342';

/** A black frame around a grey slope: every byte of a picture is something else. */
function drawing(width, height) {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isEdge = x < 4 || y < 4 || x >= width - 4 || y >= height - 4;
      const level = isEdge || (x * y) % 7 < 2 ? 0 : 255;
      picture.data.set([level, level, level, 255], (y * width + x) * 4);
    }
  }
  return picture;
}

const picture = drawing(96, 48);
const png = PNG.sync.write(picture);

/** One text at the left end of the paper and one at its right. */
function both([left, right], columns) {
  return left + right.padStart(columns - left.length);
}

function modern(options) {
  const encoder = new ReceiptPrinterEncoder({ columns: 42, feedBeforeCut: 4, codepageCandidates: PAGES, ...options });
  encoder
    .initialize()
    .codepage('auto')
    .align('center').bold(true).size(2, 2).line(SHOP).size(1, 1).bold(false)
    .underline(true).line('underlined').underline(false)
    .invert(true).line('inverse').invert(false)
    .align('left')
    .table([{ width: 30, align: 'left' }, { width: 12, align: 'right' }], [BREAD, CREAM])
    .line('Хліб, Żółw, Ελλάδα, 3 €')
    .rule({ style: 'double' })
    .box({ width: 30, style: 'single' }, 'in a box')
    .align('center')
    .image(new ImageData(new Uint8ClampedArray(picture.data), 96, 48), 96, 48, 'threshold')
    .barcode(EAN, 'ean13', { height: 60, text: true })
    .barcode(LOT, 'code128', { height: 60 })
    .qrcode(LINK, { model: 2, size: 5, errorlevel: 'm' })
    .pulse(0, 120, 240)
    .cut('partial')
    .cut('full');
  return Buffer.from(encoder.encode());
}

function lines(command) {
  const document = [
    `^^${SHOP}`,
    `${BREAD.join(' | ')}`,
    `${CREAM.join(' | ')}`,
    '_underlined_ "bold" `inverse`',
    '---',
    `{image:${png.toString('base64')}}`,
    `{code:${EAN};option:ean,2,72,hri}`,
    `{code:${LOT};option:code128,2,72,hri}`,
    `{code:${LINK};option:qrcode,5,m}`,
    '=',
  ].join('\n');
  return Buffer.from(receiptline.transform(document, { cpl: 42, command, encoding: 'multilingual' }), 'binary');
}

async function thermal() {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON, width: 42, interface: 'tcp://127.0.0.1:9', characterSet: CharacterSet.PC858_EURO,
  });
  printer.alignCenter();
  printer.bold(true);
  printer.setTextDoubleHeight();
  printer.println(SHOP);
  printer.setTextNormal();
  printer.bold(false);
  printer.underlineThick(true);
  printer.println('underlined');
  printer.underlineThick(false);
  printer.invert(true);
  printer.println('inverse');
  printer.invert(false);
  printer.setTypeFontB();
  printer.println('small');
  printer.setTypeFontA();
  printer.setTextSize(1, 1);
  printer.println('large');
  printer.setTextSize(0, 0);
  printer.alignLeft();
  printer.leftRight(...BREAD);
  printer.leftRight(...CREAM);
  printer.setLineSpacing(40);
  printer.drawLine();
  printer.resetLineSpacing();
  printer.upsideDown(true);
  printer.println('upside down');
  printer.upsideDown(false);
  printer.alignCenter();
  await printer.printImageBuffer(png);
  printer.printBarcode(EAN, 67, { hriPos: 2, hriFont: 0, width: 3, height: 80 });
  printer.printBarcode(`{B${LOT}`, 73, { hriPos: 2, hriFont: 0, width: 2, height: 60 });
  printer.printQR(LINK, { cellSize: 5, correction: 'M', model: 2 });
  printer.partialCut();
  printer.cut();
  return printer.getBuffer();
}

/** Leaves out how long the pulse is, so a printer takes the next command for that. A check of whoever reads it. */
function brokenPulse() {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, width: 42, interface: 'tcp://127.0.0.1:9' });
  printer.openCashDrawer();
  return printer.getBuffer();
}

async function buffered() {
  const { Printer, InMemory, Style, Align, Drawer, Cut, Image } = buffers;
  const connection = new InMemory();
  const printer = await Printer.CONNECT('TM-T20', connection);
  await printer.setColumns(42);
  await printer.writeln(SHOP, Style.DoubleHeight | Style.DoubleWidth | Style.Bold, Align.Center);
  await printer.writeln('underlined', Style.Underline, Align.Right);
  await printer.writeln(both(BREAD, 42));
  await printer.writeln(both(CREAM, 42));
  await printer.setColumns(64);
  await printer.writeln('small');
  await printer.setColumns(48);
  await printer.setAlignment(Align.Center);
  await printer.draw(new Image({ data: picture.data, width: 96, height: 48 }));
  await printer.qrcode(LINK, 5);
  await printer.feed(4);
  await printer.drawer(Drawer.Second, 120, 240);
  await printer.cutter(Cut.Partial);
  return connection.buffer();
}

const receipts = {
  'receipt-printer-encoder-raster': modern({ printerModel: 'epson-tm-t88vii', imageMode: 'raster' }),
  'receipt-printer-encoder-column': modern({ printerModel: 'epson-tm-t88v', imageMode: 'column' }),
  'receiptline-escpos': lines('escpos'),
  'receiptline-generic': lines('generic'),
  'node-thermal-printer': await thermal(),
  'escpos-buffer': await buffered(),
  'broken-pulse': brokenPulse(),
};
for (const [name, bytes] of Object.entries(receipts)) {
  writeFileSync(join(directory, `${name}.bin`), bytes);
}
