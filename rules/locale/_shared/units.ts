import {wordSet} from '../../../src/text/hash.js';

/** Words for a power of ten behind a number. */
export const scales = wordSet('hundred thousand million billion trillion mln bln bn mn tn m k');
export const percentWords = wordSet('percent per-cent pct');
/** Units of measurement, written out or as signs, that follow a number. */
export const units = wordSet(
  'kilometers kilometres kilometer kilometre km meters metres meter metre centimeters centimetres centimeter centimetre cm mm millimeters millimetres kilograms kilogrammes kg kilos grams grammes tons tonnes ton tonne liters litres liter litre hectares hectare acres degrees kilowatts megawatts gigawatts mw gw kwh mwh hours minutes seconds points barrels cubic square knots hertz mhz ghz kbps mbps gbps bytes gb mb tb kb ml dl kmh kph mph bar hp kcal',
);
/** Currencies, written out or as codes, that follow a number. */
export const currencies = wordSet(
  'dollars dollar euros euro pounds sterling yen yuan renminbi rmb rubles roubles ruble rouble hryvnia hryvnias hryvnya hryvnyas won rupees rupee lira liras zloty zlotys crowns krona kronor kroner krone koruna korunas forint forints lei leu lev leva francs franc pesos peso reais real tenge soms som sums dirhams dirham riyals rials shekels dinars baht rupiah litas lats usd eur gbp jpy cny rub uah isk pln czk huf chf krw try sek nok dkk kzt byn inr hkd twd cents',
);

/** ISO 4217 codes and RMB, as they stand behind an amount in translations. */
export const currencyCodes = wordSet(
  'usd eur gbp jpy cny rmb rub rur uah isk pln czk huf chf krw try sek nok dkk kzt byn gel amd azn mdl ron bgn inr hkd twd sgd thb idr vnd ils aed sar cad aud nzd mxn brl zar ltl lvl eek hrk rsd',
);

export const currencySigns = '$€£¥₽₴₺₸₩₹₪₫₦₾₼¢';
