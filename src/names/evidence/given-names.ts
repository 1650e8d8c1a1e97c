import type {NameWord} from '../mentions/name-words.js';

/**
 * Given names that are one name in several languages, as the articles of Wikipedia and the appendices of Wiktionary on
 * each list them; folded, one set a line. A name may stand in two sets.
 */
const lines = `
aleksandr alexander oleksandr aleksander alexandr aliaksandr aliaksandar aleksandar alessandro alejandro alexandre alexandru alexandros sandor
oleksandra aleksandra alexandra alessandra alejandra aliaksandra
aleksei alexei aleksey alexey oleksii oleksiy aliaksei alexis aleksiej
anastasia anastasiia anastasiya anastasija nastasia nastya
andrei andrey andrii andriy andrej andrzej andrew andreas andre andrea andres ondrej andrius andrejs andras antti anders
anatoly anatoli anatolii anatoliy anatolij anatol
anna hanna ana anne ganna hannah
anton anthony antonio antonius antoine antoni antanas antal antun antonin
artem artyom artiom artemiy artemy
arseny arseniy arsenii arsen
bohdan bogdan
boris borys
catherine katherine kateryna ekaterina yekaterina katerina katarzyna katarina caterina catalina kathryn katarina ketevan jekaterina
daniel danylo danila daniil danil danilo daniyar danyil
daria darya dariia dariya darija
david davyd davit davide dawid taavet
denis denys
dmitry dmitri dmytro dmitriy dmitrii dzmitry dimitri dimitry dimitar dmitrij dmitrijs demetrius
elena olena yelena helen helena jelena alena elen alyona ilona
elizabeth elisabeth yelizaveta elizaveta yelyzaveta elisabetta isabel elzbieta erzsebet eliza elisa alzbeta
emma emmanuel emanuel
eugene evgeny yevgeny yevhen evgeni yevgeni evgenii yauhen jevgenij jevgenijs eugenio eugen evgeniy yevgeniy
eugenia evgenia yevgenia yevheniia yevheniya evgeniya yevgeniya
eva yeva ewa evita
fyodor fedor fedir theodor theodore teodor teodoro fiodor todor
francis francisco francesco francois franciszek frantisek ferenc franz franjo pranas
frederick friedrich frederic federico fryderyk fredrik frederik bedrich
galina halyna halina galyna
george georgy georgiy georgi heorhiy heorhii giorgi yuri yury yuriy yurii iurii juri jorge georges georg giorgio jerzy gheorghe juraj jiri jurgis juris gyorgy jurij heorgi
gregory grigory hryhoriy hryhorii grigori grigoriy grigorii gregor grzegorz
henry heinrich henri enrico enrique henryk hendrik henrik jindrich henrikas
igor ihor
ilya illia illya ilia elijah elias elijas ilja
irina iryna irene irena iryna
ivan john johann johannes jan ioan giovanni juan jean joao ioannis yanis jonas janis janos joan hovhannes jaan jovan johan hans ion
jacob jakob yakov yakiv jakub jacobo giacomo jacques james jacopo jokubas jekabs jaakko jaap
joseph josef iosif yosyp osip giuseppe jose jozef jozsef josip juozas yosef youssef yusuf yousef youssouf yusef
julia yulia iuliia yuliia yuliya juliya giulia yulia julija iulia
kirill kyrylo cyril kyril kiril kiryl cyrille
konstantin kostiantyn constantine kostyantyn konstantinos constantin kanstantsin
ksenia oksana xenia kseniia kseniya aksana ksenija
larisa larysa larissa
leonid leonidas leanid
lev leo leon lew
lucas luke luka lukas lukasz luca loukas
lyubov liubov liubou
lyudmila liudmyla ludmila lyudmyla liudmila ludmilla
maksim maxim maksym maxime massimo maksims maksimas
margarita marharyta margaret marguerite malgorzata margarete margareta margit
maria mariya mariia mary marie marija mariam miriam maryam maryia marya
marina maryna
mark marco marko markus marcus marek marc marcos markas
martin martyn martinas martins marton marcin marten
matthew matvey matvii matvei matviy matthias mateusz matteo mateo matej matti mathieu mathias matas
michael mikhail mykhailo mykhaylo mihail michal michel miguel michele mikael mihai mihaly mikhael mykolas mihails mihkel miquel mikhayil
mykola nikolai nikolay nicholas nikolaj mikola nicolas nicola nicolae nikola mikolaj nikolaos nikolajs nikolajus miklos
nadezhda nadiia nadiya nadia nadezda nadzeya
natalia natalya nataliia nataliya natalie natalija nathalie
nikita mykyta mikita
olga olha volha
oleg oleh aleh
pavel pavlo paul paulo pablo pawel paolo pavlos pal paulius pauls pavao paavo paval
peter petro pyotr petr piotr pedro pierre pietro petar petros petras peteris petru petri piet peeter pjotr pjotrs
philip philippe filip felipe filippo phillip fylyp pilypas
raphael rafael raffaele rafal
richard ricardo riccardo ryszard rihards
robert roberto
roman romain romano ramans
ruslan rouslan
sabina sabine
sara sarah
semyon semen simon simeon simone szymon siarhei symon simonas
sergei sergey serhii serhiy siarhei serge sergio sergiy sergii siarhey sergej sergejs sergiu
sofia sophia sofiia sophie sofya zofia sofija sofiya
stanislav stanislaw stanislau stanislaus
stepan stephen stefan steven stefano esteban etienne stjepan istvan steponas stefans
svetlana svitlana sviatlana
taras tarass
tatiana tatyana tetiana tetyana tatsiana tatjana
thomas tomas tomasz tommaso tamas toms
timofey tymofiy timothy tymofii timofei
vadim vadym vadzim
valentina valentyna valiantsina
valentin valentyn valentine valentino
valery valeriy valerii valeri valerij valerijs
vasily vasyl vasili vasiliy vasilii basil vasil vasile vassily
victor viktor viktar vittorio wiktor viktors viktoras
victoria viktoria viktoriia viktoriya viktorija
vitaly vitalii vitaliy vitali vital vitalijs vitalij
vladimir volodymyr uladzimir wladimir wlodzimierz vladimirs
vladislav vladyslav uladzislau wladyslaw ladislav laszlo
vyacheslav viacheslav vyacheslau vaclav waclaw
william wilhelm guillermo guillaume guglielmo vilhelm willem vilmos
yaroslav iaroslav jaroslav jaroslaw yaraslau
zhanna joanna jana jeanne zanna
mohammed muhammad mohamed mohammad muhammed mehmet mohamad mamadou muhammet mehmed
ahmed ahmad ahmet akhmed akhmad
ali aly
hussein husain hossein hussain huseyin husayn
hassan hasan
ibrahim abraham avraham ebrahim
omar umar omer
osman uthman othman usman
mahmoud mahmud mehmud mahmood
mustafa mostafa moustafa
said saeed sayed syed
khaled khalid halid
fatima fatma fatemeh
aisha aysha ayesha ayse aicha
isaac yitzhak itzhak isaak
moses moshe musa moussa
`;

let made: Map<string, number[]> | undefined;

/** The sets that a name is in; made when first asked for. */
function setsOf(name: string): readonly number[] | undefined {
  if (made === undefined) {
    made = new Map();
    for (const [id, line] of lines.trim().split('\n').entries()) {
      for (const one of line.split(' ')) {
        const known = made.get(one);
        if (known === undefined) made.set(one, [id]);
        else known.push(id);
      }
    }
  }
  return made.get(name);
}

/** Whether two words are one given name as two languages have it: `Mykhailo`, `Michael`. */
export function areOneGivenName(a: NameWord, b: NameWord): boolean {
  const x = setsOf(a.folded);
  if (x === undefined) return false;
  const y = setsOf(b.folded);
  return y !== undefined && x.some((id) => y.includes(id));
}

/** Whether a word is one of these given names. */
export const isGivenName = ({folded}: NameWord): boolean => setsOf(folded) !== undefined;
