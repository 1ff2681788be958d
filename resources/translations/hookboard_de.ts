<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArrivalCard</name>
    <message>
        <source>What happened so far</source>
        <translation>Was bisher geschah</translation>
    </message>
</context>
<context>
    <name>BindingSentence</name>
    <message>
        <source>all events</source>
        <translation>allen Ereignissen</translation>
    </message>
    <message>
        <source>events of %1</source>
        <translation>Ereignissen von %1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of the time from %2 to %3</source>
        <translation>%1 der Zeit von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Number of events</source>
        <translation>Anzahl der Ereignisse</translation>
    </message>
    <message>
        <source>Share of %1 with %2</source>
        <translation>Anteil von %1 mit %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%1 von %2 in %3</translation>
    </message>
    <message>
        <source>, for each item of %1</source>
        <translation>, für jeden Eintrag von %1</translation>
    </message>
    <message>
        <source>The newest of %1 as rows</source>
        <translation>Die neuesten aus %1 als Zeilen</translation>
    </message>
    <message>
        <source>The newest of %1 as lines</source>
        <translation>Die neuesten aus %1 als Textzeilen</translation>
    </message>
    <message>
        <source> with %1</source>
        <translation> mit %1</translation>
    </message>
    <message>
        <source>, per %1</source>
        <translation>, je %1</translation>
    </message>
    <message>
        <source>, by %1 (top %2 and other)</source>
        <translation>, nach %1 (die größten %2 und Übrige)</translation>
    </message>
    <message>
        <source>, where %1</source>
        <translation>, wobei %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, in %1</translation>
    </message>
    <message>
        <source>, verified events only.</source>
        <translation>, nur geprüfte Ereignisse.</translation>
    </message>
    <message>
        <source>, unverified events too.</source>
        <translation>, auch ungeprüfte Ereignisse.</translation>
    </message>
</context>
<context>
    <name>BoardTemplates</name>
    <message>
        <source>Empty board</source>
        <translation>Leeres Board</translation>
    </message>
    <message>
        <source>Add tiles one by one.</source>
        <translation>Kacheln einzeln hinzufügen.</translation>
    </message>
    <message>
        <source>Quick board</source>
        <translation>Schnelles Board</translation>
    </message>
    <message>
        <source>Numbers, a chart, bars and a list that fit any events, to start from.</source>
        <translation>Zahlen, ein Diagramm, Balken und eine Liste für jede Art von Ereignis, als Anfang.</translation>
    </message>
    <message>
        <source>1 tile more</source>
        <translation>1 Kachel mehr</translation>
    </message>
    <message>
        <source>%1 tiles more</source>
        <translation>%1 Kacheln mehr</translation>
    </message>
    <message>
        <source>1 tile fewer</source>
        <translation>1 Kachel weniger</translation>
    </message>
    <message>
        <source>%1 tiles fewer</source>
        <translation>%1 Kacheln weniger</translation>
    </message>
    <message>
        <source>1 elsewhere</source>
        <translation>1 an anderer Stelle</translation>
    </message>
    <message>
        <source>%1 elsewhere</source>
        <translation>%1 an anderer Stelle</translation>
    </message>
    <message>
        <source>1 with other options</source>
        <translation>1 mit anderen Einstellungen</translation>
    </message>
    <message>
        <source>%1 with other options</source>
        <translation>%1 mit anderen Einstellungen</translation>
    </message>
    <message>
        <source>another title</source>
        <translation>ein anderer Titel</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Events of this type</source>
        <translation>Ereignisse dieses Typs</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>DeliveryFacts</name>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Simulated, no real event inside</source>
        <translation>Simuliert, enthält kein echtes Ereignis</translation>
    </message>
    <message>
        <source>Unverified: this source checks no signature</source>
        <translation>Ungeprüft: diese Quelle prüft keine Signatur</translation>
    </message>
    <message>
        <source>Verified: the signature matches the bytes as they came</source>
        <translation>Geprüft: die Signatur passt zu den Bytes, wie sie ankamen</translation>
    </message>
    <message>
        <source>gzip; the signature covers the compressed bytes</source>
        <translation>gzip; die Signatur gilt für die komprimierten Bytes</translation>
    </message>
    <message>
        <source>deflate; the signature covers the compressed bytes</source>
        <translation>deflate; die Signatur gilt für die komprimierten Bytes</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Number 1, the newest</source>
        <translation>Nummer 1, der neueste</translation>
    </message>
    <message>
        <source>Number %1, an older one</source>
        <translation>Nummer %1, ein älterer</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Feststellung</translation>
    </message>
    <message>
        <source>For the numbers</source>
        <translation>Für die Zahlen</translation>
    </message>
    <message>
        <source>Kept aside and not counted anywhere.</source>
        <translation>Zurückgelegt und nirgends gezählt.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Delivery id</source>
        <translation>Zustellungs-ID</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Success, sent after the bytes were on disk</source>
        <translation>Erfolg, gesendet nachdem die Bytes auf dem Datenträger waren</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Event time</source>
        <translation>Zeit des Ereignisses</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Step by step only for deliveries of this session, while they are listed</source>
        <translation>Schritt für Schritt nur für Zustellungen dieser Sitzung, solange sie in der Liste stehen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf Datenträger</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Zurückgelegt: %1</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>ExampleBoard</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Checkout duration</source>
        <translation>Dauer an der Kasse</translation>
    </message>
    <message>
        <source>Checkout p95</source>
        <translation>Kasse p95</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Decline reasons</source>
        <translation>Ablehnungsgründe</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Failed payments</source>
        <translation>Gescheiterte Zahlungen</translation>
    </message>
    <message>
        <source>Large orders</source>
        <translation>Große Bestellungen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Orders paid</source>
        <translation>Bezahlte Bestellungen</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Zahlungsarten</translation>
    </message>
    <message>
        <source>Revenue by country</source>
        <translation>Umsatz nach Land</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Shop today</source>
        <translation>Shop heute</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>from 50 euros</source>
        <translation>ab 50 Euro</translation>
    </message>
    <message>
        <source>last 10 min</source>
        <translation>letzte 10 min</translation>
    </message>
    <message>
        <source>last 6 hours, top 7</source>
        <translation>letzte 6 Stunden, die 7 häufigsten</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>sum of amount per minute, last hour</source>
        <translation>Summe von amount je Minute, letzte Stunde</translation>
    </message>
    <message>
        <source>Activity by type</source>
        <translation>Vorgänge nach Typ</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alerts by severity</source>
        <translation>Alarme nach Schwere</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Average payment</source>
        <translation>Mittlere Zahlung</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Card brands</source>
        <translation>Kartenmarken</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Belastung</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Deploys and reviews</source>
        <translation>Deployments und Reviews</translation>
    </message>
    <message>
        <source>Different alerts</source>
        <translation>Verschiedene Alarme</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Einsprüche</translation>
    </message>
    <message>
        <source>Failed runs</source>
        <translation>Gescheiterte Läufe</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Lines per pull request</source>
        <translation>Zeilen je Pull Request</translation>
    </message>
    <message>
        <source>Many alerts</source>
        <translation>Viele Alarme</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>Viele</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Gemergt</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Häufigste</translation>
    </message>
    <message>
        <source>Opened issues</source>
        <translation>Eröffnete Issues</translation>
    </message>
    <message>
        <source>Orders by country</source>
        <translation>Bestellungen nach Land</translation>
    </message>
    <message>
        <source>Orders by payment state</source>
        <translation>Bestellungen nach Zahlungsstand</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Pushes by repository</source>
        <translation>Pushes nach Repository</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>Pushes</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Refunds, disputes, subscriptions</source>
        <translation>Erstattungen, Einsprüche, Abonnements</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Runs by outcome</source>
        <translation>Läufe nach Ergebnis</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Shipped weight</source>
        <translation>Versandtes Gewicht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>Zu viele</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Workflow runs</source>
        <translation>Workflow-Läufe</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>letzte 24 h</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>median, last 30 days</source>
        <translation>Median, letzte 30 Tage</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>per 15 min, last 24 h</source>
        <translation>je 15 min, letzte 24 h</translation>
    </message>
    <message>
        <source>per hour, last 7 days</source>
        <translation>je Stunde, letzte 7 Tage</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>dieser Woche</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>The example board is missing from this program.</source>
        <translation>Diesem Programm fehlt das Beispiel-Board.</translation>
    </message>
    <message>
        <source>Firing and resolved alerts from Prometheus Alertmanager.</source>
        <translation>Aktive und erledigte Alarme des Prometheus Alertmanager.</translation>
    </message>
    <message>
        <source>Orders, cancellations and refunds from Shopify webhooks.</source>
        <translation>Bestellungen, Stornierungen und Erstattungen aus Shopify-Webhooks.</translation>
    </message>
    <message>
        <source>Pushes, workflow runs, pull requests and issues from GitHub webhooks.</source>
        <translation>Pushes, Workflow-Läufe, Pull Requests und Issues aus GitHub-Webhooks.</translation>
    </message>
    <message>
        <source>Revenue, declined payments, refunds and disputes from Stripe events. Amounts are shown in euros.</source>
        <translation>Umsatz, abgelehnte Zahlungen, Erstattungen und Einsprüche aus Stripe-Ereignissen. Beträge sind in Euro gezeigt.</translation>
    </message>
    <message>
        <source>Deploys and services</source>
        <translation>Deployments und Dienste</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Alert states</source>
        <translation>Zustände der Alarme</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>per minute</source>
        <translation>je Minute</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>newest events</source>
        <translation>neueste Ereignisse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>where %1</source>
        <translation>wobei %1</translation>
    </message>
    <message>
        <source>by %1 (top %2 and the rest)</source>
        <translation>nach %1 (die größten %2 und der Rest)</translation>
    </message>
    <message>
        <source>verified events only</source>
        <translation>nur geprüfte Ereignisse</translation>
    </message>
    <message>
        <source>unverified ones too</source>
        <translation>auch ungeprüfte</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>Wert jetzt</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Events counted</source>
        <translation>Gezählte Ereignisse</translation>
    </message>
    <message>
        <source>Of these unverified</source>
        <translation>Davon ungeprüft</translation>
    </message>
    <message>
        <source>Of these simulated</source>
        <translation>Davon simuliert</translation>
    </message>
    <message>
        <source>Skipped, %1</source>
        <translation>Übersprungen, %1</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Ereignistypen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>the event itself</source>
        <translation>das Ereignis selbst</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>Shown multiplied by</source>
        <translation>Gezeigt mal</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>of the event; arrival where it names none</source>
        <translation>des Ereignisses; Ankunft, wo es keine nennt</translation>
    </message>
    <message>
        <source>of arrival</source>
        <translation>der Ankunft</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>approximate, made from a sketch</source>
        <translation>ungefähr, aus einer Zusammenfassung geschätzt</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>for each %1</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>how often each value of %1 occurs</source>
        <translation>wie oft jeder Wert von %1 vorkommt</translation>
    </message>
    <message>
        <source>state by %1</source>
        <translation>Zustand nach %1</translation>
    </message>
    <message>
        <source>from %1 up to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Window before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>Waiting for their second event</source>
        <translation>Warten auf ihr zweites Ereignis</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Zählt ab</translation>
    </message>
    <message>
        <source>Each of</source>
        <translation>Jedes von</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Verändert durch</translation>
    </message>
    <message>
        <source>Share that matches</source>
        <translation>Anteil, der zutrifft</translation>
    </message>
    <message>
        <source>Time between</source>
        <translation>Zeit zwischen</translation>
    </message>
    <message>
        <source>%1 and %2 with the same %3</source>
        <translation>%1 und %2 mit gleichem %3</translation>
    </message>
    <message>
        <source>Group changed by</source>
        <translation>Gruppe verändert durch</translation>
    </message>
    <message>
        <source>Point for every</source>
        <translation>Ein Punkt je</translation>
    </message>
    <message>
        <source>of the event, %1</source>
        <translation>des Ereignisses, %1</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>Veraltet nach</translation>
    </message>
    <message>
        <source>%1 without an event, learned from the pauses so far</source>
        <translation>%1 ohne Ereignis, gelernt aus den bisherigen Pausen</translation>
    </message>
    <message>
        <source>%1 without an event</source>
        <translation>%1 ohne Ereignis</translation>
    </message>
    <message>
        <source>Measurement %1</source>
        <translation>Messung %1</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>many more</source>
        <translation>viele weitere</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>microseconds since 1970</source>
        <translation>Mikrosekunden seit 1970</translation>
    </message>
    <message>
        <source>nanoseconds since 1970</source>
        <translation>Nanosekunden seit 1970</translation>
    </message>
    <message>
        <source>ISO 8601</source>
        <translation>ISO 8601</translation>
    </message>
    <message>
        <source>%1, shown in %2</source>
        <translation>%1, gezeigt in %2</translation>
    </message>
    <message>
        <source>too large for a number</source>
        <translation>zu groß für eine Zahl</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>immer %1</translation>
    </message>
    <message>
        <source>%1, a counter</source>
        <translation>%1, ein Zähler</translation>
    </message>
    <message>
        <source>different in each event, for tables</source>
        <translation>in jedem Ereignis anders, für Tabellen</translation>
    </message>
    <message>
        <source>always %1 items</source>
        <translation>immer %1 Einträge</translation>
    </message>
    <message>
        <source>%1 – %2 items</source>
        <translation>%1 – %2 Einträge</translation>
    </message>
    <message>
        <source>always null</source>
        <translation>immer null</translation>
    </message>
</context>
<context>
    <name>NewTile</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>Events by type</source>
        <translation>Ereignisse nach Typ</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Newest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: skipped events</source>
        <translation>%1: übersprungene Ereignisse</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Use a free port</source>
        <translation>Freien Port verwenden</translation>
    </message>
    <message>
        <source>Show sources</source>
        <translation>Quellen zeigen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The source %1 refuses deliveries</source>
        <translation>Die Quelle %1 lehnt Zustellungen ab</translation>
    </message>
    <message>
        <source>Edit source…</source>
        <translation>Quelle bearbeiten …</translation>
    </message>
    <message>
        <source>Show quarantine</source>
        <translation>Quarantäne zeigen</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1 auf %2: %3</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben …</translation>
    </message>
    <message>
        <source>Show tile</source>
        <translation>Kachel zeigen</translation>
    </message>
    <message>
        <source>A board cannot be read</source>
        <translation>Ein Board lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>ProposedTiles</name>
    <message>
        <source>last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>last 10 min</source>
        <translation>letzte 10 min</translation>
    </message>
    <message>
        <source>per min</source>
        <translation>je min</translation>
    </message>
    <message>
        <source>Newest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Ereignistypen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Events by type</source>
        <translation>Ereignisse nach Typ</translation>
    </message>
    <message>
        <source>Events by source</source>
        <translation>Ereignisse nach Quelle</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>Alertmanager (bearer token)</source>
        <translation>Alertmanager (Bearer-Token)</translation>
    </message>
    <message>
        <source>An HMAC key of the account</source>
        <translation>Ein HMAC-Schlüssel des Kontos</translation>
    </message>
    <message>
        <source>Asana</source>
        <translation>Asana</translation>
    </message>
    <message>
        <source>Bitbucket</source>
        <translation>Bitbucket</translation>
    </message>
    <message>
        <source>Calendly</source>
        <translation>Calendly</translation>
    </message>
    <message>
        <source>CircleCI</source>
        <translation>CircleCI</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>DocuSign Connect</source>
        <translation>DocuSign Connect</translation>
    </message>
    <message>
        <source>Dropbox</source>
        <translation>Dropbox</translation>
    </message>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
    <message>
        <source>GitLab (secret token)</source>
        <translation>GitLab (geheimes Token)</translation>
    </message>
    <message>
        <source>GitLab (signing token)</source>
        <translation>GitLab (Signaturtoken)</translation>
    </message>
    <message>
        <source>Gitea, Forgejo, Gogs (JSON)</source>
        <translation>Gitea, Forgejo, Gogs (JSON)</translation>
    </message>
    <message>
        <source>Gitea, Forgejo, Gogs (form)</source>
        <translation>Gitea, Forgejo, Gogs (Formular)</translation>
    </message>
    <message>
        <source>Grafana alerting (with timestamp)</source>
        <translation>Grafana-Alarme (mit Zeitstempel)</translation>
    </message>
    <message>
        <source>Grafana alerting</source>
        <translation>Grafana-Alarme</translation>
    </message>
    <message>
        <source>HTTP Basic</source>
        <translation>HTTP Basic</translation>
    </message>
    <message>
        <source>Hookdeck</source>
        <translation>Hookdeck</translation>
    </message>
    <message>
        <source>HubSpot (v3)</source>
        <translation>HubSpot (v3)</translation>
    </message>
    <message>
        <source>Intercom</source>
        <translation>Intercom</translation>
    </message>
    <message>
        <source>Jira Cloud</source>
        <translation>Jira Cloud</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Mailgun</source>
        <translation>Mailgun</translation>
    </message>
    <message>
        <source>Meta, WhatsApp</source>
        <translation>Meta, WhatsApp</translation>
    </message>
    <message>
        <source>No secret: whoever knows the address can send</source>
        <translation>Kein Schlüssel: wer die Adresse kennt, kann senden</translation>
    </message>
    <message>
        <source>None (unverified)</source>
        <translation>Keiner (ungeprüft)</translation>
    </message>
    <message>
        <source>Paddle Billing</source>
        <translation>Paddle Billing</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>SendGrid</source>
        <translation>SendGrid</translation>
    </message>
    <message>
        <source>Sentry</source>
        <translation>Sentry</translation>
    </message>
    <message>
        <source>Shopify</source>
        <translation>Shopify</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Standard Webhooks (asymmetric)</source>
        <translation>Standard Webhooks (asymmetrisch)</translation>
    </message>
    <message>
        <source>Standard Webhooks</source>
        <translation>Standard Webhooks</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Svix</source>
        <translation>Svix</translation>
    </message>
    <message>
        <source>The HMAC secret of the webhook contact point</source>
        <translation>Der HMAC-Schlüssel des Webhook-Kontaktpunkts</translation>
    </message>
    <message>
        <source>The HMAC secret of the webhook contact point; its timestamp header must be X-Grafana-Alerting-Timestamp</source>
        <translation>Der HMAC-Schlüssel des Webhook-Kontaktpunkts; seine Zeitkopfzeile muss X-Grafana-Alerting-Timestamp sein</translation>
    </message>
    <message>
        <source>The HTTP webhook signing key of the account</source>
        <translation>Der HTTP webhook signing key des Kontos</translation>
    </message>
    <message>
        <source>The OAuth secret of the app; the public URL must be the callback URL</source>
        <translation>Das OAuth Secret der App; die öffentliche URL muss die Callback URL sein</translation>
    </message>
    <message>
        <source>The Secret Token of the app, under Feature</source>
        <translation>Das Secret Token der App, unter Feature</translation>
    </message>
    <message>
        <source>The X-Hook-Secret that Asana sent when the webhook was made</source>
        <translation>Das X-Hook-Secret, das Asana beim Anlegen des Webhooks sandte</translation>
    </message>
    <message>
        <source>The app secret</source>
        <translation>Das App Secret</translation>
    </message>
    <message>
        <source>The app secret, under Settings, Basic</source>
        <translation>Das App Secret, unter Settings, Basic</translation>
    </message>
    <message>
        <source>The app&apos;s Signing Secret, under Basic Information</source>
        <translation>Das Signing Secret der App, unter Basic Information</translation>
    </message>
    <message>
        <source>The application&apos;s public key, 64 hex digits</source>
        <translation>Der öffentliche Schlüssel der Anwendung, 64 Hex-Ziffern</translation>
    </message>
    <message>
        <source>The client secret of the app</source>
        <translation>Das Client Secret der App</translation>
    </message>
    <message>
        <source>The client secret of the app; the public URL must be the target URL</source>
        <translation>Das Client Secret der App; die öffentliche URL muss die Target URL sein</translation>
    </message>
    <message>
        <source>The client secret of the integration</source>
        <translation>Das Client Secret der Integration</translation>
    </message>
    <message>
        <source>The consumer secret of the app</source>
        <translation>Das Consumer Secret der App</translation>
    </message>
    <message>
        <source>The endpoint&apos;s signing secret, all of it, with whsec_</source>
        <translation>Der Signaturschlüssel des Endpunkts, vollständig, mit whsec_</translation>
    </message>
    <message>
        <source>The endpoint&apos;s signing secret, whsec_ followed by base64</source>
        <translation>Der Signaturschlüssel des Endpunkts, whsec_ und dann base64</translation>
    </message>
    <message>
        <source>The public key, whpk_ followed by base64</source>
        <translation>Der öffentliche Schlüssel, whpk_ und dann base64</translation>
    </message>
    <message>
        <source>The secret given when the webhook was made</source>
        <translation>Der Schlüssel, der beim Anlegen des Webhooks angegeben wurde</translation>
    </message>
    <message>
        <source>The secret key of the notification destination, all of it, with pdl_ntfset_</source>
        <translation>Der Schlüssel des Benachrichtigungsziels, vollständig, mit pdl_ntfset_</translation>
    </message>
    <message>
        <source>The secret of the admin webhook</source>
        <translation>Der Schlüssel des Admin-Webhooks</translation>
    </message>
    <message>
        <source>The secret shown once when the webhook subscription was made</source>
        <translation>Der Schlüssel, der einmal beim Anlegen des Webhook-Abonnements erschien</translation>
    </message>
    <message>
        <source>The secret shown when the webhook was made</source>
        <translation>Der Schlüssel, der beim Anlegen des Webhooks erschien</translation>
    </message>
    <message>
        <source>The secret token of the webhook</source>
        <translation>Das geheime Token des Webhooks</translation>
    </message>
    <message>
        <source>The secret typed into the webhook&apos;s Secret field</source>
        <translation>Der Schlüssel, der im Feld Secret des Webhooks steht</translation>
    </message>
    <message>
        <source>The signature key of the webhook subscription; the public URL must be the notification URL</source>
        <translation>Der Signaturschlüssel des Webhook-Abonnements; die öffentliche URL muss die Notification URL sein</translation>
    </message>
    <message>
        <source>The signing key of the webhook subscription</source>
        <translation>Der Signaturschlüssel des Webhook-Abonnements</translation>
    </message>
    <message>
        <source>The signing secret of the project</source>
        <translation>Der Signaturschlüssel des Projekts</translation>
    </message>
    <message>
        <source>The signing secret of the webhook</source>
        <translation>Der Signaturschlüssel des Webhooks</translation>
    </message>
    <message>
        <source>The signing secret of the webhook, as shown</source>
        <translation>Der Signaturschlüssel des Webhooks, wie gezeigt</translation>
    </message>
    <message>
        <source>The signing secret, whsec_ followed by base64</source>
        <translation>Der Signaturschlüssel, whsec_ und dann base64</translation>
    </message>
    <message>
        <source>The signing token of the webhook, whsec_ followed by base64</source>
        <translation>Das Signaturtoken des Webhooks, whsec_ und dann base64</translation>
    </message>
    <message>
        <source>The token in http_config.authorization, without the word Bearer</source>
        <translation>Das Token aus http_config.authorization, ohne das Wort Bearer</translation>
    </message>
    <message>
        <source>The verification key of the Event Webhook, one line of base64</source>
        <translation>Der Prüfschlüssel des Event Webhook, eine Zeile base64</translation>
    </message>
    <message>
        <source>Trello</source>
        <translation>Trello</translation>
    </message>
    <message>
        <source>Typeform</source>
        <translation>Typeform</translation>
    </message>
    <message>
        <source>Vercel</source>
        <translation>Vercel</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Zendesk</source>
        <translation>Zendesk</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>user:password</source>
        <translation>Benutzer:Passwort</translation>
    </message>
</context>
<context>
    <name>RejectionWords</name>
    <message>
        <source>No signature</source>
        <translation>Keine Signatur</translation>
    </message>
    <message>
        <source>The sender did not sign. Set the same secret at the provider and here.</source>
        <translation>Der Absender hat nicht signiert. Beim Anbieter und hier denselben Schlüssel setzen.</translation>
    </message>
    <message>
        <source>Unknown signature version</source>
        <translation>Unbekannte Signaturversion</translation>
    </message>
    <message>
        <source>The signature header has none of the versions that this provider is known to send. Check the provider.</source>
        <translation>Die Signaturkopfzeile enthält keine der Versionen, die dieser Anbieter sendet. Den Anbieter prüfen.</translation>
    </message>
    <message>
        <source>Token does not match</source>
        <translation>Token passt nicht</translation>
    </message>
    <message>
        <source>The token differs from the one stored here. Replace the secret, or add it as a second one during a rotation.</source>
        <translation>Das Token ist ein anderes als das hier gespeicherte. Den Schlüssel ersetzen oder beim Wechsel als zweiten hinzufügen.</translation>
    </message>
    <message>
        <source>No usable time in the signature</source>
        <translation>Keine brauchbare Zeit in der Signatur</translation>
    </message>
    <message>
        <source>The time that belongs to the signature is missing or unreadable. Check that the provider is the right one.</source>
        <translation>Die Zeit, die zur Signatur gehört, fehlt oder ist unlesbar. Prüfen, ob der Anbieter der richtige ist.</translation>
    </message>
    <message>
        <source>Signature too old</source>
        <translation>Signatur zu alt</translation>
    </message>
    <message>
        <source>It was signed longer ago than the provider allows: an old delivery sent again, or a clock that is wrong.</source>
        <translation>Sie liegt länger zurück, als der Anbieter erlaubt: eine alte Zustellung, erneut gesendet, oder eine falsche Uhr.</translation>
    </message>
    <message>
        <source>Signature from the future</source>
        <translation>Signatur aus der Zukunft</translation>
    </message>
    <message>
        <source>The clock of the sender is ahead of this one. Check the clock of this computer first.</source>
        <translation>Die Uhr des Absenders geht dieser voraus. Zuerst die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>No delivery id</source>
        <translation>Keine Zustellungs-ID</translation>
    </message>
    <message>
        <source>The id that is part of the signature is missing.</source>
        <translation>Die ID, die Teil der Signatur ist, fehlt.</translation>
    </message>
    <message>
        <source>Signature does not match</source>
        <translation>Signatur passt nicht</translation>
    </message>
    <message>
        <source>The secret differs from the one at the provider, or the body was changed on the way. Compare the secret, then look at gateways in between.</source>
        <translation>Der Schlüssel ist ein anderer als beim Anbieter, oder der Inhalt wurde unterwegs verändert. Zuerst die Schlüssel vergleichen, dann Gateways dazwischen ansehen.</translation>
    </message>
    <message>
        <source>Sender too slow</source>
        <translation>Absender zu langsam</translation>
    </message>
    <message>
        <source>The delivery did not arrive whole in time.</source>
        <translation>Die Zustellung kam nicht rechtzeitig vollständig an.</translation>
    </message>
    <message>
        <source>No length</source>
        <translation>Keine Länge</translation>
    </message>
    <message>
        <source>The sender did not say how long the body is.</source>
        <translation>Der Absender hat nicht gesagt, wie lang der Inhalt ist.</translation>
    </message>
    <message>
        <source>Body too large</source>
        <translation>Inhalt zu groß</translation>
    </message>
    <message>
        <source>Raise the limit of this source if such bodies are expected.</source>
        <translation>Die Grenze dieser Quelle anheben, wenn solche Inhalte zu erwarten sind.</translation>
    </message>
    <message>
        <source>Address or headers too long</source>
        <translation>Adresse oder Kopfzeilen zu lang</translation>
    </message>
    <message>
        <source>The request exceeds the limits of the listener.</source>
        <translation>Die Anfrage überschreitet die Grenzen des Empfangs.</translation>
    </message>
    <message>
        <source>Unknown compression</source>
        <translation>Unbekannte Kompression</translation>
    </message>
    <message>
        <source>Only gzip and deflate are understood.</source>
        <translation>Verstanden werden nur gzip und deflate.</translation>
    </message>
    <message>
        <source>Too many at once</source>
        <translation>Zu viele auf einmal</translation>
    </message>
    <message>
        <source>The sender was told to send again later.</source>
        <translation>Der Absender soll es später erneut versuchen.</translation>
    </message>
    <message>
        <source>Sent by a web page</source>
        <translation>Von einer Webseite gesendet</translation>
    </message>
    <message>
        <source>A page that is open in a browser posted to this source. Without signatures nothing is taken from web pages.</source>
        <translation>Eine Seite, die in einem Browser offen ist, hat an diese Quelle gesendet. Ohne Signaturen wird von Webseiten nichts angenommen.</translation>
    </message>
    <message>
        <source>Not a POST</source>
        <translation>Kein POST</translation>
    </message>
    <message>
        <source>Somebody opened the address without delivering anything.</source>
        <translation>Die Adresse wurde geöffnet, ohne etwas zuzustellen.</translation>
    </message>
    <message>
        <source>Malformed request</source>
        <translation>Fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>The request or its JSON body is broken.</source>
        <translation>Die Anfrage oder ihr JSON-Inhalt ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Secret not readable</source>
        <translation>Schlüssel nicht lesbar</translation>
    </message>
    <message>
        <source>The place where secrets are kept is locked or gone. Unlock it; senders are told to send again.</source>
        <translation>Der Ort, an dem Schlüssel liegen, ist gesperrt oder fort. Ihn entsperren; Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>Queue was full</source>
        <translation>Warteschlange war voll</translation>
    </message>
    <message>
        <source>More arrived than the disk could take. Senders were told to send again.</source>
        <translation>Es kam mehr an, als der Datenträger aufnehmen konnte. Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>Disk was full</source>
        <translation>Datenträger war voll</translation>
    </message>
    <message>
        <source>Free some space. Senders were told to send again.</source>
        <translation>Platz schaffen. Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>Program was closing</source>
        <translation>Programm wurde beendet</translation>
    </message>
    <message>
        <source>Senders were told to send again.</source>
        <translation>Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>Could not be stored</source>
        <translation>Konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The journal could not be written. Senders were told to send again.</source>
        <translation>Das Journal ließ sich nicht schreiben. Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>Known id, other body</source>
        <translation>Bekannte ID, anderer Inhalt</translation>
    </message>
    <message>
        <source>The id was stored before with another body, which counts. The sender was told that it is a duplicate; compare both under Events.</source>
        <translation>Die ID wurde zuvor mit anderem Inhalt gespeichert, und der zählt. Der Absender hat erfahren, dass es ein Doppel ist; unter Ereignisse beide vergleichen.</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>The name must end in .png, .pdf or .svg.</source>
        <translation>Der Name muss auf .png, .pdf oder .svg enden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>SecretPlace</name>
    <message>
        <source>Deliveries go on with the secrets that were read before; secrets cannot be changed.</source>
        <translation>Zustellungen laufen mit den zuvor gelesenen Schlüsseln weiter; ändern lassen sich Schlüssel nicht.</translation>
    </message>
    <message>
        <source>1 source refuses its deliveries until its secret can be read; senders are told to send again.</source>
        <translation>1 Quelle lehnt ihre Zustellungen ab, bis ihr Schlüssel lesbar ist; Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 sources refuse their deliveries until their secrets can be read; senders are told to send again.</source>
        <translation>%1 Quellen lehnen ihre Zustellungen ab, bis ihre Schlüssel lesbar sind; Absender sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>No secret has been read, so none moves along.</source>
        <translation>Kein Schlüssel ist gelesen, darum zieht keiner mit um.</translation>
    </message>
    <message>
        <source>The secret of 1 source moves along.</source>
        <translation>Der Schlüssel von 1 Quelle zieht mit um.</translation>
    </message>
    <message>
        <source>The secrets of %1 sources move along.</source>
        <translation>Die Schlüssel von %1 Quellen ziehen mit um.</translation>
    </message>
    <message>
        <source>1 source needs its secret entered again.</source>
        <translation>Für 1 Quelle ist der Schlüssel erneut einzugeben.</translation>
    </message>
    <message>
        <source>%1 sources need their secrets entered again.</source>
        <translation>Für %1 Quellen sind die Schlüssel erneut einzugeben.</translation>
    </message>
    <message>
        <source>The system keychain</source>
        <translation>Der Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>A file, not encrypted: %1</source>
        <translation>Eine Datei, nicht verschlüsselt: %1</translation>
    </message>
    <message>
        <source>Memory; gone when the program ends</source>
        <translation>Arbeitsspeicher; fort, wenn das Programm endet</translation>
    </message>
    <message>
        <source>Start or unlock it and try again, or keep the secrets of this profile in a file.</source>
        <translation>Ihn starten oder entsperren und es erneut versuchen, oder die Schlüssel dieses Profils in einer Datei aufbewahren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Keep secrets in a file…</source>
        <translation>Schlüssel in einer Datei aufbewahren …</translation>
    </message>
    <message>
        <source>The keychain has not answered yet; it may be asking for its password in a window of its own. %1</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet; vielleicht fragt er in einem eigenen Fenster nach seinem Passwort. %1</translation>
    </message>
    <message>
        <source>Keep secrets in a file</source>
        <translation>Schlüssel in einer Datei aufbewahren</translation>
    </message>
    <message>
        <source>Keep the secrets of this profile in a file instead of the keychain?</source>
        <translation>Die Schlüssel dieses Profils in einer Datei statt im Schlüsselbund aufbewahren?</translation>
    </message>
    <message>
        <source>The file is not encrypted:
%1

No other user may read it (mode 0600), but every program that you run can, and so can administrators and whoever gets a backup of this folder. A keychain protects better.

%2 The choice stays with this profile.</source>
        <translation>Die Datei ist nicht verschlüsselt:
%1

Kein anderer Benutzer darf sie lesen (Modus 0600), aber jedes selbst gestartete Programm kann es, ebenso Administratoren und alle, die eine Sicherung dieses Ordners bekommen. Ein Schlüsselbund schützt besser.

%2 Die Wahl bleibt bei diesem Profil.</translation>
    </message>
    <message>
        <source>Keep in a file</source>
        <translation>In einer Datei aufbewahren</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>The folder %1 cannot be made. Check that its parent may be written.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Prüfen, ob der Ordner darüber beschreibbar ist.</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot;: %2 (at position %3 of &quot;%4&quot;).</source>
        <translation>Spalte &quot;%1&quot;: %2 (an Stelle %3 von &quot;%4&quot;).</translation>
    </message>
    <message>
        <source>This tile has no binding: choose what it shows.</source>
        <translation>Diese Kachel hat keine Zuordnung: wählen, was sie zeigt.</translation>
    </message>
    <message>
        <source>a list of pairs such as [&quot;1&quot;, &quot;open&quot;]</source>
        <translation>eine Liste von Paaren wie [&quot;1&quot;, &quot;open&quot;]</translation>
    </message>
    <message>
        <source>a time such as &quot;2026-05-06T07:08:09Z&quot;</source>
        <translation>eine Zeit wie &quot;2026-05-06T07:08:09Z&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or from &quot;1s&quot; to &quot;1d&quot;</source>
        <translation>&quot;auto&quot; oder von &quot;1s&quot; bis &quot;1d&quot;</translation>
    </message>
    <message>
        <source>text that is unique in the board</source>
        <translation>ein im Board einmaliger Text</translation>
    </message>
    <message>
        <source>a list without the id &quot;%1&quot; twice</source>
        <translation>eine Liste ohne doppelte Kennung &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a list of whole numbers from 0 to %1</source>
        <translation>eine Liste ganzer Zahlen von 0 bis %1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1 is not valid JSON at %2: %3. Correct the file or restore a copy.</source>
        <translation>%1 ist kein gültiges JSON, bei %2: %3. Die Datei berichtigen oder eine Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 must hold one JSON object.</source>
        <translation>%1 muss ein JSON-Objekt enthalten.</translation>
    </message>
    <message>
        <source>%1 has no &quot;format&quot; number, so its version is unknown.</source>
        <translation>%1 hat keine Zahl &quot;format&quot;, darum ist die Version unbekannt.</translation>
    </message>
    <message>
        <source>%1 comes from a newer version of Hookboard (format %2, this version knows %3). It was not changed. Update Hookboard to use it.</source>
        <translation>%1 stammt aus einer neueren Version von Hookboard (Format %2, diese Version kennt %3). Die Datei wurde nicht verändert. Hookboard aktualisieren, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 16 MiB, which no Hookboard file is.</source>
        <translation>%1 ist größer als 16 MiB, was keine Hookboard-Datei ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a duration such as &quot;90s&quot;, &quot;15m&quot;, &quot;6h&quot; or &quot;7d&quot;</source>
        <translation>eine Dauer wie &quot;90s&quot;, &quot;15m&quot;, &quot;6h&quot; oder &quot;7d&quot;</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of at most %1 entries</source>
        <translation>eine Liste mit höchstens %1 Einträgen</translation>
    </message>
    <message>
        <source>The board was not saved: it has too many tiles, or a list of a tile is too long.</source>
        <translation>Das Board wurde nicht gespeichert: Es hat mehr Kacheln als erlaubt, oder eine Liste einer Kachel ist zu lang.</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; must be %3.</source>
        <translation>%1: &quot;%2&quot; muss so sein: %3.</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>The system keychain did not answer; it may be waiting for its password.</source>
        <translation>Der Schlüsselbund des Systems hat nicht geantwortet; vielleicht wartet er auf sein Passwort.</translation>
    </message>
    <message>
        <source>The system keychain is locked, or access to it was refused.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt, oder der Zugriff wurde verweigert.</translation>
    </message>
    <message>
        <source>There is no system keychain that keeps anything.</source>
        <translation>Es gibt keinen Schlüsselbund des Systems, der etwas aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no system keychain to use (%1).</source>
        <translation>Es gibt keinen nutzbaren Schlüsselbund des Systems (%1).</translation>
    </message>
    <message>
        <source>%1 %2, so its secrets are not used. Make it a private file of yours (chmod 600).</source>
        <translation>%1 %2, darum werden die Schlüssel darin nicht verwendet. Sie zu einer privaten Datei dieses Benutzers machen (chmod 600).</translation>
    </message>
    <message>
        <source>is a link</source>
        <translation>ist eine Verknüpfung</translation>
    </message>
    <message>
        <source>is no file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>can be read by other users</source>
        <translation>ist für andere Benutzer lesbar</translation>
    </message>
    <message>
        <source>%1 is too large to be what it should be.</source>
        <translation>%1 ist zu groß, um das Erwartete zu sein.</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written.</source>
        <translation>Der Profilordner %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The profile %1 is in use by %2 (process %3). Close it first, or use another profile.</source>
        <translation>Das Profil %1 wird von %2 (Prozess %3) benutzt. Dieses zuerst schließen oder ein anderes Profil verwenden.</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>einem anderen Prozess</translation>
    </message>
    <message>
        <source>settings.json: &quot;%1&quot; must be %2.</source>
        <translation>settings.json: &quot;%1&quot; muss so sein: %2.</translation>
    </message>
    <message>
        <source>There is no provider named %1.</source>
        <translation>Einen Anbieter namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 signs its deliveries: enter its secret.</source>
        <translation>%1 signiert seine Zustellungen: den Schlüssel eingeben.</translation>
    </message>
    <message>
        <source>%1 signs the address: enter the public URL exactly as it is registered there.</source>
        <translation>%1 signiert die Adresse: die öffentliche URL genau so eintragen, wie sie dort hinterlegt ist.</translation>
    </message>
    <message>
        <source>There is a source named %1 already.</source>
        <translation>Eine Quelle namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>There is no source named %1.</source>
        <translation>Eine Quelle namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>sources.json: %1</source>
        <translation>sources.json: %1</translation>
    </message>
    <message>
        <source>sources.json: source %1 names no provider.</source>
        <translation>sources.json: Quelle %1 nennt keinen Anbieter.</translation>
    </message>
    <message>
        <source>sources.json: maxBody of %1 must be a number of bytes.</source>
        <translation>sources.json: maxBody von %1 muss eine Anzahl von Bytes sein.</translation>
    </message>
    <message>
        <source>sources.json: &quot;sources&quot; must be a list of objects, one for each source.</source>
        <translation>sources.json: &quot;sources&quot; muss eine Liste von Objekten sein, eines für jede Quelle.</translation>
    </message>
    <message>
        <source>sources.json names the source %1 twice.</source>
        <translation>sources.json nennt die Quelle %1 zweimal.</translation>
    </message>
    <message>
        <source>A source needs a name; it becomes the end of its address.</source>
        <translation>Eine Quelle braucht einen Namen; er wird zum Ende ihrer Adresse.</translation>
    </message>
    <message>
        <source>A source name has at most %1 characters.</source>
        <translation>Der Name einer Quelle hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A source name starts with a small letter or a digit.</source>
        <translation>Der Name einer Quelle beginnt mit einem Kleinbuchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A source name holds only small letters a to z, digits, dash, underscore and dot.</source>
        <translation>Der Name einer Quelle enthält nur Kleinbuchstaben von a bis z, Ziffern, Bindestrich, Unterstrich und Punkt.</translation>
    </message>
    <message>
        <source>Nothing can be sent: the listener does not listen.</source>
        <translation>Nichts lässt sich senden: es läuft kein Empfang.</translation>
    </message>
    <message>
        <source>There is no source %1.</source>
        <translation>Eine Quelle %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is not an address to listen on.</source>
        <translation>„%1“ ist keine Adresse für den Empfang.</translation>
    </message>
    <message>
        <source>Cannot listen on %1, port %2: %3. Choose another port, or 0 for a free one.</source>
        <translation>Empfang auf %1, Port %2, nicht möglich: %3. Einen anderen Port wählen oder 0 für einen freien.</translation>
    </message>
    <message>
        <source>%1 cannot be used safely: SQLite keeps %2 at &quot;%3&quot; instead of &quot;%4&quot;. Keep the journal on a local disk.</source>
        <translation>%1 lässt sich nicht sicher verwenden: SQLite lässt %2 bei &quot;%3&quot; statt &quot;%4&quot;. Das Journal auf einem lokalen Datenträger aufbewahren.</translation>
    </message>
    <message>
        <source>There is no room left to write %1. Free some space; nothing is stored until then.</source>
        <translation>Zum Schreiben von %1 ist kein Platz mehr. Platz schaffen; bis dahin wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing. Give this user write access to the file and its folder.</source>
        <translation>%1 lässt sich nicht zum Schreiben öffnen. Diesem Benutzer Schreibrechte für die Datei und ihren Ordner geben.</translation>
    </message>
    <message>
        <source>Another program holds a lock on %1. Close it, or wait until it is done.</source>
        <translation>Ein anderes Programm sperrt %1. Es schließen oder warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). It is left as it is: move it away to start a new one, or restore a copy.</source>
        <translation>%1 ist beschädigt (%2). Die Datei bleibt, wie sie ist: sie verschieben, um neu anzufangen, oder eine Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <translation>%1 lässt sich nicht verwenden: %2.</translation>
    </message>
    <message>
        <source>it was moved or deleted while Hookboard was using it</source>
        <translation>die Datei wurde verschoben oder gelöscht, während Hookboard sie benutzte</translation>
    </message>
    <message>
        <source>it was moved, deleted or replaced while it was read. Read it again</source>
        <translation>die Datei wurde beim Lesen verschoben, gelöscht oder ersetzt. Sie erneut lesen</translation>
    </message>
    <message>
        <source>There is no journal at %1 yet. Start Hookboard once.</source>
        <translation>Unter %1 gibt es noch kein Journal. Hookboard einmal starten.</translation>
    </message>
    <message>
        <source>it is another program&apos;s database</source>
        <translation>es ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>%1 was written by a newer Hookboard (format %2, this one knows %3). Update Hookboard; the file is left as it is.</source>
        <translation>%1 wurde von einem neueren Hookboard geschrieben (Format %2, dieses kennt %3). Hookboard aktualisieren; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 holds no journal yet. Start Hookboard once.</source>
        <translation>%1 enthält noch kein Journal. Hookboard einmal starten.</translation>
    </message>
    <message>
        <source>%1 has an older format. Start Hookboard once; it brings the file up to date.</source>
        <translation>%1 hat ein älteres Format. Hookboard einmal starten; es bringt die Datei auf den neuen Stand.</translation>
    </message>
    <message>
        <source>The journal</source>
        <translation>Das Journal</translation>
    </message>
    <message>
        <source>expected the name of a header</source>
        <translation>hier fehlt der Name einer Kopfzeile</translation>
    </message>
    <message>
        <source>expected the name of a parameter</source>
        <translation>hier fehlt der Name eines Parameters</translation>
    </message>
    <message>
        <source>this name has a malformed escape</source>
        <translation>dieser Name enthält eine fehlerhafte Maskierung</translation>
    </message>
    <message>
        <source>expected a path: $..., header:NAME, query:NAME, source, type, receivedAt, occurredAt, deliveryId, peer, verified, simulated or seq</source>
        <translation>hier fehlt ein Pfad: $..., header:NAME, query:NAME, source, type, receivedAt, occurredAt, deliveryId, peer, verified, simulated oder seq</translation>
    </message>
    <message>
        <source>the path ends here, but the text goes on</source>
        <translation>der Pfad endet hier, aber der Text geht weiter</translation>
    </message>
    <message>
        <source>a filter has at most %1 characters</source>
        <translation>ein Filter hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>expected &quot;and&quot;, &quot;or&quot; or the end of the filter</source>
        <translation>hier fehlt &quot;and&quot;, &quot;or&quot; oder das Ende des Filters</translation>
    </message>
    <message>
        <source>parentheses and &quot;not&quot; are nested at most %1 deep</source>
        <translation>Klammern und &quot;not&quot; sind höchstens %1 tief verschachtelt</translation>
    </message>
    <message>
        <source>expected ), &quot;and&quot; or &quot;or&quot;</source>
        <translation>hier fehlt ), &quot;and&quot; oder &quot;or&quot;</translation>
    </message>
    <message>
        <source>a condition starts with a path; put the literal on the right</source>
        <translation>eine Bedingung beginnt mit einem Pfad; der feste Wert gehört nach rechts</translation>
    </message>
    <message>
        <source>expected =, !=, &lt;, &lt;=, &gt;, &gt;=, in, contains, matches or exists</source>
        <translation>hier fehlt =, !=, &lt;, &lt;=, &gt;, &gt;=, in, contains, matches oder exists</translation>
    </message>
    <message>
        <source>compare with a single value; for one of several there is in [...]</source>
        <translation>mit einem einzelnen Wert vergleichen; für einen von mehreren gibt es in [...]</translation>
    </message>
    <message>
        <source>&quot;in&quot; wants a list such as [&quot;a&quot;, &quot;b&quot;]</source>
        <translation>&quot;in&quot; verlangt eine Liste wie [&quot;a&quot;, &quot;b&quot;]</translation>
    </message>
    <message>
        <source>expected , or ]</source>
        <translation>hier fehlt , oder ]</translation>
    </message>
    <message>
        <source>&quot;matches&quot; wants a regular expression in double quotes</source>
        <translation>&quot;matches&quot; verlangt einen regulären Ausdruck in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>this makes the regular expression too large</source>
        <translation>das macht den regulären Ausdruck zu groß</translation>
    </message>
    <message>
        <source>a regular expression of RFC 9485 does not go on like this</source>
        <translation>so geht ein regulärer Ausdruck nach RFC 9485 nicht weiter</translation>
    </message>
    <message>
        <source>text is written in double quotes</source>
        <translation>Text steht in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>expected text in double quotes, a number, true, false or null</source>
        <translation>hier fehlt Text in doppelten Anführungszeichen, eine Zahl, true, false oder null</translation>
    </message>
    <message>
        <source>a query has at most %1 characters</source>
        <translation>ein Pfad hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>expected ., .. or [ here, or the end of the query</source>
        <translation>hier fehlt ., .. oder [ oder das Ende des Pfads</translation>
    </message>
    <message>
        <source>filters, parentheses and calls are nested at most %1 deep</source>
        <translation>Filter, Klammern und Aufrufe sind höchstens %1 tief verschachtelt</translation>
    </message>
    <message>
        <source>expected ), &amp;&amp; or ||</source>
        <translation>hier fehlt ), &amp;&amp; oder ||</translation>
    </message>
    <message>
        <source>put the comparison after ! in parentheses</source>
        <translation>den Vergleich nach „!“ in Klammern setzen</translation>
    </message>
    <message>
        <source>a literal is no condition; compare it with something</source>
        <translation>ein fester Wert ist keine Bedingung; ihn mit etwas vergleichen</translation>
    </message>
    <message>
        <source>%1() gives a value; compare it with something</source>
        <translation>%1() liefert einen Wert; ihn mit etwas vergleichen</translation>
    </message>
    <message>
        <source>equality is written ==</source>
        <translation>Gleichheit wird == geschrieben</translation>
    </message>
    <message>
        <source>no such function; there are length, count, match, search and value</source>
        <translation>diese Funktion gibt es nicht; es gibt length, count, match, search und value</translation>
    </message>
    <message>
        <source>expected @, $, a literal or a function</source>
        <translation>hier fehlt @, $, ein fester Wert oder eine Funktion</translation>
    </message>
    <message>
        <source>%1() wants a query that starts with @ or $</source>
        <translation>%1() verlangt einen Pfad, der mit @ oder $ beginnt</translation>
    </message>
    <message>
        <source>expected another argument</source>
        <translation>hier fehlt ein weiteres Argument</translation>
    </message>
    <message>
        <source>expected , or )</source>
        <translation>hier fehlt , oder )</translation>
    </message>
    <message>
        <source>%1() takes %2 argument(s)</source>
        <translation>%1() nimmt %2 Argument(e)</translation>
    </message>
    <message>
        <source>this query can select several nodes; a value needs one that names a single node</source>
        <translation>dieser Pfad kann mehrere Stellen treffen; ein Wert braucht einen, der genau eine nennt</translation>
    </message>
    <message>
        <source>%1() gives true or false, which cannot be compared</source>
        <translation>%1() liefert true oder false, was sich nicht vergleichen lässt</translation>
    </message>
    <message>
        <source>half of a surrogate pair</source>
        <translation>halbes Ersatzzeichenpaar</translation>
    </message>
    <message>
        <source>expected a member name</source>
        <translation>hier fehlt der Name eines Felds</translation>
    </message>
    <message>
        <source>a control character in text has to be escaped</source>
        <translation>ein Steuerzeichen im Text ist zu maskieren</translation>
    </message>
    <message>
        <source>this text has no closing quote</source>
        <translation>diesem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>unknown escape in text</source>
        <translation>unbekannte Maskierung im Text</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation>\u braucht vier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>hier fehlt eine Ziffer</translation>
    </message>
    <message>
        <source>integers go from -(2^53 - 1) to 2^53 - 1</source>
        <translation>ganze Zahlen gehen von -(2^53 - 1) bis 2^53 - 1</translation>
    </message>
    <message>
        <source>an integer must not start with 0</source>
        <translation>eine ganze Zahl darf nicht mit 0 beginnen</translation>
    </message>
    <message>
        <source>expected a digit after the decimal point</source>
        <translation>hier fehlt eine Ziffer nach dem Dezimalpunkt</translation>
    </message>
    <message>
        <source>expected a digit in the exponent</source>
        <translation>hier fehlt eine Ziffer im Exponenten</translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation>diese Zahl ist zu groß</translation>
    </message>
    <message>
        <source>a number must not start with 0</source>
        <translation>eine Zahl darf nicht mit 0 beginnen</translation>
    </message>
    <message>
        <source>a query starts with $</source>
        <translation>ein Pfad beginnt mit $</translation>
    </message>
    <message>
        <source>a query has at most %1 segments</source>
        <translation>ein Pfad hat höchstens %1 Abschnitte</translation>
    </message>
    <message>
        <source>expected a name, * or [ after ..</source>
        <translation>hier fehlt ein Name, * oder [ nach ..</translation>
    </message>
    <message>
        <source>expected a name or * after .</source>
        <translation>hier fehlt ein Name oder * nach .</translation>
    </message>
    <message>
        <source>expected a name in quotes, a number, *, : or ?</source>
        <translation>hier fehlt ein Name in Anführungszeichen, eine Zahl, *, : oder ?</translation>
    </message>
    <message>
        <source>this aggregation needs a value path</source>
        <translation>diese Berechnung braucht einen Wertpfad</translation>
    </message>
    <message>
        <source>value path</source>
        <translation>Wertpfad</translation>
    </message>
    <message>
        <source>group path</source>
        <translation>Gruppenpfad</translation>
    </message>
    <message>
        <source>time path</source>
        <translation>Zeitpfad</translation>
    </message>
    <message>
        <source>the %1 is not valid at position %2: %3</source>
        <translation>der %1 ist an Stelle %2 ungültig: %3</translation>
    </message>
    <message>
        <source>Binding %1: %2.</source>
        <translation>Zuordnung %1: %2.</translation>
    </message>
    <message>
        <source>this calculation needs a value</source>
        <translation>diese Berechnung braucht einen Wert</translation>
    </message>
    <message>
        <source>this column needs a path</source>
        <translation>diese Spalte braucht einen Pfad</translation>
    </message>
    <message>
        <source>The listener did not answer: %1.</source>
        <translation>Der Empfang hat nicht geantwortet: %1.</translation>
    </message>
    <message>
        <source>The listener answered %1.</source>
        <translation>Der Empfang antwortete %1.</translation>
    </message>
    <message>
        <source>The listener answered %1: %2</source>
        <translation>Der Empfang antwortete %1: %2</translation>
    </message>
    <message>
        <source>The source %1 is removed; its stored secrets are not. %2</source>
        <translation>Die Quelle %1 ist entfernt; ihre gespeicherten Schlüssel sind es nicht. %2</translation>
    </message>
    <message>
        <source>The secrets are kept in the file now, but copies stay in the keychain: %1</source>
        <translation>Die Schlüssel liegen nun in der Datei, aber Kopien bleiben im Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>Source %1: its secret is being read. Deliveries are answered 503 until then.</source>
        <translation>Quelle %1: ihr Schlüssel wird gelesen. Zustellungen werden bis dahin mit 503 beantwortet.</translation>
    </message>
    <message>
        <source>Source %1: its secret cannot be read now. Deliveries are answered 503 until it can.</source>
        <translation>Quelle %1: ihr Schlüssel ist gerade nicht lesbar. Zustellungen werden bis dahin mit 503 beantwortet.</translation>
    </message>
    <message>
        <source>Source %1 has no secret; enter one. Deliveries are answered 503 until then.</source>
        <translation>Quelle %1 hat keinen Schlüssel; einen eingeben. Zustellungen werden bis dahin mit 503 beantwortet.</translation>
    </message>
    <message>
        <source>Source %1: the provider %2 is unknown; choose another.</source>
        <translation>Quelle %1: der Anbieter %2 ist unbekannt; einen anderen wählen.</translation>
    </message>
    <message>
        <source>Source %1: %2 signs the public URL, and none is set; enter the URL as it is registered there.</source>
        <translation>Quelle %1: %2 signiert die öffentliche URL, und keine ist eingetragen; die URL so eintragen, wie sie dort hinterlegt ist.</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>The secret is not hexadecimal; copy it again from the provider.</source>
        <translation>Der Schlüssel ist nicht hexadezimal; ihn erneut beim Anbieter kopieren.</translation>
    </message>
    <message>
        <source>The secret is not base64; copy it again from the provider.</source>
        <translation>Der Schlüssel ist kein base64; ihn erneut beim Anbieter kopieren.</translation>
    </message>
    <message>
        <source>The provider %1 is unknown.</source>
        <translation>Der Anbieter %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 signs the public URL, and none is set.</source>
        <translation>%1 signiert die öffentliche URL, und keine ist eingetragen.</translation>
    </message>
    <message>
        <source>%1 signs with a private key, and a receiver holds only the public one; give the private key to send.</source>
        <translation>%1 signiert mit einem privaten Schlüssel, und ein Empfänger hat nur den öffentlichen; zum Senden den privaten Schlüssel angeben.</translation>
    </message>
    <message>
        <source>Source %1 has no secret to sign with.</source>
        <translation>Quelle %1 hat keinen Schlüssel zum Signieren.</translation>
    </message>
    <message>
        <source>%1 signs a message id, and none is given.</source>
        <translation>%1 signiert eine Nachrichten-ID, und keine ist angegeben.</translation>
    </message>
    <message>
        <source>The cryptographic library refused to sign.</source>
        <translation>Die Kryptographie-Bibliothek hat das Signieren abgelehnt.</translation>
    </message>
    <message>
        <source>A signature inside the body cannot cover the whole body.</source>
        <translation>Eine Signatur im Inhalt kann nicht den ganzen Inhalt abdecken.</translation>
    </message>
    <message>
        <source>The signature goes into the body, and the body is not JSON.</source>
        <translation>Die Signatur gehört in den Inhalt, und der Inhalt ist kein JSON.</translation>
    </message>
    <message>
        <source>The secret is empty; enter it again.</source>
        <translation>Der Schlüssel ist leer; ihn erneut eingeben.</translation>
    </message>
    <message>
        <source>The secret is not of the form user:password; enter it again.</source>
        <translation>Der Schlüssel hat nicht die Form Benutzer:Passwort; ihn erneut eingeben.</translation>
    </message>
    <message>
        <source>The cryptographic library refused the secret.</source>
        <translation>Die Kryptographie-Bibliothek hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>The secret is not an Ed25519 public key of 32 bytes.</source>
        <translation>Der Schlüssel ist kein öffentlicher Ed25519-Schlüssel von 32 Bytes.</translation>
    </message>
    <message>
        <source>The secret is not a P-256 public key.</source>
        <translation>Der Schlüssel ist kein öffentlicher P-256-Schlüssel.</translation>
    </message>
    <message>
        <source>The private key cannot be read.</source>
        <translation>Der private Schlüssel lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>public URL</source>
        <translation>öffentliche URL</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>fields of the body</source>
        <translation>Felder des Inhalts</translation>
    </message>
    <message>
        <source>a form field</source>
        <translation>ein Formularfeld</translation>
    </message>
    <message>
        <source>the raw body</source>
        <translation>Rohinhalt</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>No signature; events stay marked unverified</source>
        <translation>Keine Signatur; Ereignisse bleiben als ungeprüft gekennzeichnet</translation>
    </message>
    <message>
        <source>Secret token in a header</source>
        <translation>Geheimes Token in einer Kopfzeile</translation>
    </message>
    <message>
        <source>HTTP Basic user and password</source>
        <translation>HTTP Basic mit Benutzer und Passwort</translation>
    </message>
    <message>
        <source>HMAC-%1 over %2, %3</source>
        <translation>HMAC-%1 über %2, %3</translation>
    </message>
    <message>
        <source>Ed25519 over %1, %2</source>
        <translation>Ed25519 über %1, %2</translation>
    </message>
    <message>
        <source>ECDSA P-256 over %1, %2</source>
        <translation>ECDSA P-256 über %1, %2</translation>
    </message>
    <message>
        <source>the expression ends too early</source>
        <translation>der Ausdruck endet zu früh</translation>
    </message>
    <message>
        <source>a parenthesis is not closed</source>
        <translation>eine Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>this function takes fewer values</source>
        <translation>diese Funktion nimmt weniger Werte</translation>
    </message>
    <message>
        <source>this function takes more values</source>
        <translation>diese Funktion nimmt mehr Werte</translation>
    </message>
    <message>
        <source>a ? b needs : c behind it</source>
        <translation>auf a ? b muss : c folgen</translation>
    </message>
    <message>
        <source>an expression does not go on like this</source>
        <translation>so geht ein Ausdruck nicht weiter</translation>
    </message>
    <message>
        <source>an expression has at most %1 characters</source>
        <translation>ein Ausdruck hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>expected } behind the path</source>
        <translation>hinter dem Pfad fehlt }</translation>
    </message>
    <message>
        <source>an expression has at most %1 paths</source>
        <translation>ein Ausdruck hat höchstens %1 Pfade</translation>
    </message>
    <message>
        <source>the number does not go on like this</source>
        <translation>so geht die Zahl nicht weiter</translation>
    </message>
    <message>
        <source>this name is not known; paths stand in braces, such as {$.amount}</source>
        <translation>dieser Name ist unbekannt; Pfade stehen in geschweiften Klammern, etwa {$.amount}</translation>
    </message>
    <message>
        <source>parentheses are nested at most %1 deep</source>
        <translation>Klammern sind höchstens %1-fach verschachtelt</translation>
    </message>
    <message>
        <source>there is no ( for this )</source>
        <translation>zu dieser ) fehlt die (</translation>
    </message>
    <message>
        <source>a comma separates what a function takes; decimals are written with a point</source>
        <translation>ein Komma trennt, was eine Funktion nimmt; Dezimalzahlen haben einen Punkt</translation>
    </message>
    <message>
        <source>this character has no place in an expression</source>
        <translation>dieses Zeichen gehört nicht in einen Ausdruck</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>path of the items</source>
        <translation>Pfad der Einträge</translation>
    </message>
    <message>
        <source>a share needs a filter for its part</source>
        <translation>ein Anteil braucht einen Filter für seinen Teil</translation>
    </message>
    <message>
        <source>filter of the part</source>
        <translation>Filter des Teils</translation>
    </message>
    <message>
        <source>a time between two events needs a key and the types of both</source>
        <translation>eine Zeit zwischen zwei Ereignissen braucht einen Schlüssel und die Typen beider</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>items are found by a path that begins with $</source>
        <translation>Einträge findet ein Pfad, der mit $ beginnt</translation>
    </message>
    <message>
        <source>step %1 is not valid: %2</source>
        <translation>Schritt %1 ist nicht gültig: %2</translation>
    </message>
    <message>
        <source>@ is an item, but no path of items is given</source>
        <translation>@ ist ein Eintrag, aber es gibt keinen Pfad der Einträge</translation>
    </message>
    <message>
        <source>there are at most %1 steps</source>
        <translation>es gibt höchstens %1 Schritte</translation>
    </message>
    <message>
        <source>the decimal sign and the grouping sign are one character each, and two</source>
        <translation>Dezimal- und Gruppenzeichen sind je ein Zeichen und verschieden</translation>
    </message>
    <message>
        <source>a factor and an offset are numbers</source>
        <translation>Faktor und Versatz sind Zahlen</translation>
    </message>
    <message>
        <source>the lower bound lies above the upper one</source>
        <translation>die untere Grenze liegt über der oberen</translation>
    </message>
    <message>
        <source>a regular expression has 1 to %1 characters</source>
        <translation>ein regulärer Ausdruck hat 1 bis %1 Zeichen</translation>
    </message>
    <message>
        <source>the regular expression does not go on like this</source>
        <translation>so geht der reguläre Ausdruck nicht weiter</translation>
    </message>
    <message>
        <source>what stands between the parts is missing</source>
        <translation>es fehlt, was zwischen den Teilen steht</translation>
    </message>
    <message>
        <source>this time zone is not known</source>
        <translation>diese Zeitzone ist unbekannt</translation>
    </message>
    <message>
        <source>a template has at most %1 characters</source>
        <translation>eine Vorlage hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>there is no { for this }; a brace itself is written twice</source>
        <translation>zu dieser } fehlt die {; eine Klammer selbst wird doppelt geschrieben</translation>
    </message>
</context>
<context>
    <name>Slots</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Counts events. Press 1 on a field</source>
        <translation>Zählt Ereignisse. Taste 1 auf einem Feld</translation>
    </message>
    <message>
        <source>Arrival. Press 2 on a field</source>
        <translation>Ankunft. Taste 2 auf einem Feld</translation>
    </message>
    <message>
        <source>Optional. Press 3 on a field</source>
        <translation>Nicht nötig. Taste 3 auf einem Feld</translation>
    </message>
    <message>
        <source>Press 4 on a field to add it</source>
        <translation>Taste 4 auf einem Feld fügt es hinzu</translation>
    </message>
    <message>
        <source>Optional. Press 4 on a field</source>
        <translation>Nicht nötig. Taste 4 auf einem Feld</translation>
    </message>
    <message>
        <source>All events. Press 5 on a field</source>
        <translation>Alle Ereignisse. Taste 5 auf einem Feld</translation>
    </message>
    <message>
        <source>%1 of the time between</source>
        <translation>%1 der Zeit dazwischen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>time of the event</source>
        <translation>Zeit des Ereignisses</translation>
    </message>
    <message>
        <source>%1, top %2 and other</source>
        <translation>%1, die größten %2 und Übrige</translation>
    </message>
    <message>
        <source>number of events</source>
        <translation>Anzahl der Ereignisse</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>verschiedene Werte</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>Newest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>Newest %1</source>
        <translation>Neueste %1</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Count of %1</source>
        <translation>Anzahl von %1</translation>
    </message>
    <message>
        <source>Distribution of %1</source>
        <translation>Verteilung von %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
</context>
<context>
    <name>SourceSteps</name>
    <message>
        <source>change source</source>
        <translation>Quelle ändern</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Since %1.</source>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The journal is read-only</source>
        <translation>Das Journal ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Another program locks the journal</source>
        <translation>Ein anderes Programm sperrt das Journal</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Das Journal ist beschädigt</translation>
    </message>
    <message>
        <source>The journal comes from a newer version</source>
        <translation>Das Journal stammt aus einer neueren Version</translation>
    </message>
    <message>
        <source>The journal cannot be written</source>
        <translation>Das Journal lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Listening on %1:%2</source>
        <translation>Empfang auf %1:%2</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Empfang läuft</translation>
    </message>
    <message>
        <source>Deliveries to http://%1:%2 are received.</source>
        <translation>Zustellungen an http://%1:%2 werden empfangen.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>No delivery can arrive.</source>
        <translation>Keine Zustellung kann ankommen.</translation>
    </message>
    <message>
        <source>port %1 is in use by another program</source>
        <translation>Port %1 ist von einem anderen Programm belegt</translation>
    </message>
    <message>
        <source>Not listening: %1</source>
        <translation>Kein Empfang: %1</translation>
    </message>
    <message>
        <source>No delivery can arrive. A free port helps if the sender or tunnel can be told about it.</source>
        <translation>Keine Zustellung kann ankommen. Ein freier Port hilft, wenn er sich dem Absender oder Tunnel mitteilen lässt.</translation>
    </message>
    <message>
        <source>1 source refuses deliveries</source>
        <translation>1 Quelle lehnt Zustellungen ab</translation>
    </message>
    <message>
        <source>%1 sources refuse deliveries</source>
        <translation>%1 Quellen lehnen Zustellungen ab</translation>
    </message>
    <message>
        <source>The keychain has not answered: %1</source>
        <translation>Der Schlüsselbund hat nicht geantwortet: %1</translation>
    </message>
    <message>
        <source>Reading the keychain</source>
        <translation>Liest Schlüsselbund</translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own. Until it answers, senders are told to send again.</source>
        <translation>Vielleicht fragt er in einem eigenen Fenster nach seinem Passwort. Bis er antwortet, sollen Absender es erneut versuchen.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Secrets unreadable</source>
        <translation>Schlüssel unlesbar</translation>
    </message>
    <message>
        <source>The keychain cannot be used</source>
        <translation>Der Schlüsselbund ist nicht nutzbar</translation>
    </message>
    <message>
        <source>%1 waiting to be stored</source>
        <translation>Warteschlange: %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>Wartend: %1</translation>
    </message>
    <message>
        <source>Accepted and not yet on disk: no sender has been told that these are safe. Room for %1; beyond that senders are told to send again.</source>
        <translation>Angenommen und noch nicht auf dem Datenträger: keinem Absender wurde gesagt, dass sie sicher sind. Platz für %1; darüber hinaus sollen Absender es erneut versuchen.</translation>
    </message>
    <message>
        <source>Journal %1</source>
        <translation>Journal %1</translation>
    </message>
    <message>
        <source>%1 events stored.</source>
        <translation>%1 Ereignisse gespeichert.</translation>
    </message>
    <message>
        <source>Journal is being opened</source>
        <translation>Journal wird geöffnet</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnet</translation>
    </message>
    <message>
        <source>Senders are told to try again; what was acknowledged is safe.</source>
        <translation>Absender sollen es erneut versuchen; was bestätigt wurde, ist sicher.</translation>
    </message>
    <message>
        <source>%1 in quarantine</source>
        <translation>%1 in Quarantäne</translation>
    </message>
    <message>
        <source>Refused deliveries, kept aside and counted nowhere. Shows them.</source>
        <translation>Abgelehnte Zustellungen, zurückgelegt und nirgends gezählt. Zeigt sie.</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Stored per second, over the last 2 s; the line shows the last minute.</source>
        <translation>Je Sekunde gespeichert, über die letzten 2 s; die Linie zeigt die letzte Minute.</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>Noch kein Ereignis</translation>
    </message>
    <message>
        <source>Last event %1</source>
        <translation>Letztes Ereignis %1</translation>
    </message>
    <message>
        <source>The last event was stored at %1.</source>
        <translation>Das letzte Ereignis wurde um %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>text read as a number with decimal &quot;%1&quot;</source>
        <translation>Text als Zahl gelesen, Dezimalzeichen „%1“</translation>
    </message>
    <message>
        <source>text read as a number with decimal &quot;%1&quot; and grouping &quot;%2&quot;</source>
        <translation>Text als Zahl gelesen, Dezimalzeichen „%1“, Gruppierung „%2“</translation>
    </message>
    <message>
        <source>times %1</source>
        <translation>mal %1</translation>
    </message>
    <message>
        <source>times %1, plus %2</source>
        <translation>mal %1, plus %2</translation>
    </message>
    <message>
        <source>not below %1 and not above %2</source>
        <translation>nicht unter %1 und nicht über %2</translation>
    </message>
    <message>
        <source>not below %1</source>
        <translation>nicht unter %1</translation>
    </message>
    <message>
        <source>not above %1</source>
        <translation>nicht über %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>else %1</source>
        <translation>sonst %1</translation>
    </message>
    <message>
        <source>replaced: %1</source>
        <translation>ersetzt: %1</translation>
    </message>
    <message>
        <source>what matches %1</source>
        <translation>was auf %1 passt</translation>
    </message>
    <message>
        <source>part %1 between &quot;%2&quot;</source>
        <translation>Teil %1 zwischen „%2“</translation>
    </message>
    <message>
        <source>where it is missing, %1</source>
        <translation>wo er fehlt, %1</translation>
    </message>
    <message>
        <source>text read as a date</source>
        <translation>Text als Datum gelesen</translation>
    </message>
    <message>
        <source>text read as a date %1</source>
        <translation>Text als Datum %1 gelesen</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Newest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>Newest %1</source>
        <translation>Neueste %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Count of %1</source>
        <translation>Anzahl von %1</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>je Minute</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Change over time</source>
        <translation>Veränderung über die Zeit</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Count per minute</source>
        <translation>Anzahl je Minute</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>State of each %1</source>
        <translation>Zustand je %1</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>per min</source>
        <translation>je min</translation>
    </message>
    <message>
        <source>Largest %1</source>
        <translation>Größte %1</translation>
    </message>
    <message>
        <source>Different %1</source>
        <translation>Verschiedene %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Other</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>field missing</source>
        <translation>Feld fehlt</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>not a finite number</source>
        <translation>keine endliche Zahl</translation>
    </message>
    <message>
        <source>no time in it</source>
        <translation>keine Zeit darin</translation>
    </message>
    <message>
        <source>time lies in the future</source>
        <translation>Zeit liegt in der Zukunft</translation>
    </message>
    <message>
        <source>payload is not JSON</source>
        <translation>Nutzdaten sind kein JSON</translation>
    </message>
    <message>
        <source>array or object</source>
        <translation>Array oder Objekt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>Zu viele</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>number of events</source>
        <translation>Anzahl der Ereignisse</translation>
    </message>
    <message>
        <source>number of different values</source>
        <translation>Anzahl verschiedener Werte</translation>
    </message>
    <message>
        <source>events per time</source>
        <translation>Ereignisse je Zeit</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster Wert</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter Wert</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster Wert</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter Wert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>90th percentile</source>
        <translation>90. Perzentil</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>99th percentile</source>
        <translation>99. Perzentil</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>share of the events</source>
        <translation>Anteil der Ereignisse</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>der letzten Stunde</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the last %1</source>
        <translation>den letzten %1</translation>
    </message>
    <message>
        <source>the last %1 events</source>
        <translation>den letzten %1 Ereignissen</translation>
    </message>
    <message>
        <source>the journal</source>
        <translation>dem ganzen Journal</translation>
    </message>
    <message>
        <source>this day</source>
        <translation>der Zeit seit Mitternacht</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>dieser Woche</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesem Monat</translation>
    </message>
    <message>
        <source>%1 of %2 events skipped: %3</source>
        <translation>%1 von %2 Ereignissen übersprungen: %3</translation>
    </message>
    <message>
        <source>Last event %1</source>
        <translation>Letztes Ereignis %1</translation>
    </message>
    <message>
        <source>Not storing since %1</source>
        <translation>Speichert nicht seit %1</translation>
    </message>
    <message>
        <source>Not storing</source>
        <translation>Speichert nicht</translation>
    </message>
    <message>
        <source>Not listening since %1</source>
        <translation>Kein Empfang seit %1</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>%1 of %2 groups shown, limit %3</source>
        <translation>%1 von %2 Gruppen gezeigt, Grenze %3</translation>
    </message>
    <message>
        <source>Paused, new events wait, none is lost</source>
        <translation>Angehalten, neue Ereignisse warten, keines geht verloren</translation>
    </message>
    <message>
        <source>Simulated, no real event inside</source>
        <translation>Simuliert, enthält kein echtes Ereignis</translation>
    </message>
    <message>
        <source>%1 of %2 events are simulated</source>
        <translation>%1 von %2 Ereignissen sind simuliert</translation>
    </message>
    <message>
        <source>%1 of %2 events are unverified</source>
        <translation>%1 von %2 Ereignissen sind ungeprüft</translation>
    </message>
    <message>
        <source>Recomputing, %1</source>
        <translation>Wird neu berechnet, %1</translation>
    </message>
    <message>
        <source>Listening since %1</source>
        <translation>Empfang seit %1</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Empfang läuft</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>None is lost</source>
        <translation>Keines geht verloren</translation>
    </message>
    <message>
        <source>%1 simulated</source>
        <translation>%1 simuliert</translation>
    </message>
    <message>
        <source>%1 unverified</source>
        <translation>%1 ungeprüft</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>event of %1</source>
        <translation>Ereignis von %1</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Waiting for the first %1</source>
        <translation>Wartet auf das erste %1</translation>
    </message>
    <message>
        <source>No event in %1</source>
        <translation>Kein Ereignis in %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Widen to %1</source>
        <translation>Auf %1 erweitern</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben …</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>last event %1</source>
        <translation>letztes Ereignis %1</translation>
    </message>
    <message>
        <source>No event so far</source>
        <translation>Bisher kein Ereignis</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>Kein Ereignis</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Above %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Error from %1</source>
        <translation>Fehler ab %1</translation>
    </message>
    <message>
        <source>Warning from %1</source>
        <translation>Warnung ab %1</translation>
    </message>
    <message>
        <source>Good from %1</source>
        <translation>Gut ab %1</translation>
    </message>
    <message>
        <source>Last event %1, usually within %2</source>
        <translation>Letztes Ereignis %1, sonst innerhalb von %2</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>letzte 24 h</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>last %1 events</source>
        <translation>letzte %1 Ereignisse</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>ungefähr</translation>
    </message>
    <message>
        <source>no items in it</source>
        <translation>keine Einträge darin</translation>
    </message>
    <message>
        <source>more than 10,000 items</source>
        <translation>mehr als 10.000 Einträge</translation>
    </message>
    <message>
        <source>the pattern does not match</source>
        <translation>das Muster passt nicht</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>text too long</source>
        <translation>Text zu lang</translation>
    </message>
    <message>
        <source>its first event is not known</source>
        <translation>sein erstes Ereignis ist unbekannt</translation>
    </message>
    <message>
        <source>its second event did not come</source>
        <translation>sein zweites Ereignis kam nicht</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>The field %1 is gone</source>
        <translation>Das Feld %1 fehlt nun</translation>
    </message>
    <message>
        <source>The field %1 is gone. Nearest: %2</source>
        <translation>Das Feld %1 fehlt nun. Am nächsten: %2</translation>
    </message>
    <message>
        <source>Paused, 1 event received since, none is lost</source>
        <translation>Angehalten, seither 1 Ereignis empfangen, keines geht verloren</translation>
    </message>
    <message>
        <source>Paused, %1 events received since, none is lost</source>
        <translation>Angehalten, seither %1 Ereignisse empfangen, keines geht verloren</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>recomputing, %1</source>
        <translation>wird neu berechnet, %1</translation>
    </message>
    <message>
        <source>%1 not listening</source>
        <translation>%1 nicht empfangsbereit</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>Simulate one</source>
        <translation>Eines simulieren</translation>
    </message>
    <message>
        <source>Unverified, no verified event inside</source>
        <translation>Ungeprüft, enthält kein geprüftes Ereignis</translation>
    </message>
</context>
<context>
    <name>TileKind</name>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>one value with trend</source>
        <translation>ein Wert mit Verlauf</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>lines over time</source>
        <translation>Linien über die Zeit</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>compare groups</source>
        <translation>Gruppen vergleichen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>events as rows</source>
        <translation>Ereignisse als Zeilen</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Ereignisliste</translation>
    </message>
    <message>
        <source>newest events as lines</source>
        <translation>neueste Ereignisse als Zeilen</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>how often which values</source>
        <translation>wie oft welche Werte</translation>
    </message>
    <message>
        <source>Donut</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>shares of a whole</source>
        <translation>Anteile am Ganzen</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Messuhr</translation>
    </message>
    <message>
        <source>one value on a scale</source>
        <translation>ein Wert auf einer Skala</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>what is up, and what was when</source>
        <translation>was läuft, und was wann war</translation>
    </message>
</context>
<context>
    <name>TileOptions</name>
    <message>
        <source>Rows kept</source>
        <translation>Behaltene Zeilen</translation>
    </message>
    <message>
        <source>Without a value</source>
        <translation>Ohne Wert</translation>
    </message>
    <message>
        <source>Reference line</source>
        <translation>Bezugslinie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Write the value of the line first.</source>
        <translation>Zuerst den Wert der Linie eintragen.</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Perzentile</translation>
    </message>
    <message>
        <source>Write whole numbers from 1 to 99, at most six: 50, 95</source>
        <translation>Ganze Zahlen von 1 bis 99 eintragen, höchstens sechs: 50, 95</translation>
    </message>
    <message>
        <source>Bar width</source>
        <translation>Balkenbreite</translation>
    </message>
    <message>
        <source>by their number</source>
        <translation>nach ihrer Anzahl</translation>
    </message>
    <message>
        <source>Write a number above zero.</source>
        <translation>Eine Zahl größer als null eintragen.</translation>
    </message>
    <message>
        <source>by the data</source>
        <translation>nach den Daten</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>Zeichnen als</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>Stäbe</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapeln</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>On one another</source>
        <translation>Aufeinander</translation>
    </message>
    <message>
        <source>To 100 %</source>
        <translation>Auf 100 %</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>Kein Ereignis</translation>
    </message>
    <message>
        <source>Leave a gap</source>
        <translation>Lücke lassen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Draw zero</source>
        <translation>Null zeichnen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Axis from</source>
        <translation>Achse von</translation>
    </message>
    <message>
        <source>Axis to</source>
        <translation>Achse bis</translation>
    </message>
    <message>
        <source>Give way to data beyond</source>
        <translation>Daten darüber hinaus Platz geben</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Small chart</source>
        <translation>Kleines Diagramm</translation>
    </message>
    <message>
        <source>Compare with the window before</source>
        <translation>Mit dem Zeitraum davor vergleichen</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Lying bars</source>
        <translation>Liegende Balken</translation>
    </message>
    <message>
        <source>Standing columns</source>
        <translation>Stehende Säulen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Legend shows</source>
        <translation>Legende zeigt</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Slices at most</source>
        <translation>Höchstens Segmente</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Arc</source>
        <translation>Bogen</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>A state lasts until the next</source>
        <translation>Ein Zustand gilt bis zum nächsten</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Besser ist</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>WindowChoice</name>
    <message>
        <source>Whole history</source>
        <translation>Gesamte Geschichte</translation>
    </message>
</context>
<context>
    <name>hookboard::AddressCard</name>
    <message>
        <source>Connect it</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address for the sender</source>
        <translation>Adresse für den Absender</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Events to switch on there</source>
        <translation>Dort einzuschaltende Ereignisse</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Enter the address where the provider asks for a webhook or endpoint, and its secret here.</source>
        <translation>Die Adresse dort eintragen, wo der Anbieter nach Webhook oder Endpunkt fragt, und seinen Schlüssel hier.</translation>
    </message>
    <message>
        <source>It reaches this computer. A sender elsewhere needs a tunnel that leads here.</source>
        <translation>Sie führt zu diesem Rechner. Ein Absender anderswo braucht einen Tunnel hierher.</translation>
    </message>
    <message>
        <source>No secret needed</source>
        <translation>Kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Diese Adresse verwenden</translation>
    </message>
    <message>
        <source>The public address of this source, as entered.</source>
        <translation>Die öffentliche Adresse dieser Quelle, wie eingetragen.</translation>
    </message>
    <message>
        <source>It reaches this computer. A sender elsewhere needs a tunnel that leads here; enter the tunnel’s address under Sources.</source>
        <translation>Sie führt zu diesem Rechner. Ein Absender anderswo braucht einen Tunnel hierher; dessen Adresse unter Quellen eintragen.</translation>
    </message>
    <message>
        <source>Stored. It can be replaced under Sources.</source>
        <translation>Gespeichert. Ersetzen lässt er sich unter Quellen.</translation>
    </message>
    <message>
        <source>The secret that the provider shows is needed to verify deliveries.</source>
        <translation>Zum Prüfen der Zustellungen ist der Schlüssel nötig, den der Anbieter zeigt.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>The keychain may ask for its password in a window of its own.</source>
        <translation>Der Schlüsselbund fragt vielleicht in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message>
        <source>Keep secrets in a file…</source>
        <translation>Schlüssel in einer Datei aufbewahren …</translation>
    </message>
</context>
<context>
    <name>hookboard::ArrivalCard</name>
    <message>
        <source>Wait for the first event</source>
        <translation>Auf das erste Ereignis warten</translation>
    </message>
    <message>
        <source>Simulate one</source>
        <translation>Eines simulieren</translation>
    </message>
    <message>
        <source>Show my board</source>
        <translation>Board zeigen</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Vorerst überspringen</translation>
    </message>
    <message>
        <source>Delivery refused: %1</source>
        <translation>Zustellung abgelehnt: %1</translation>
    </message>
    <message>
        <source>The first event is stored</source>
        <translation>Das erste Ereignis ist gespeichert</translation>
    </message>
    <message>
        <source>%1 events are stored</source>
        <translation>%1 Ereignisse sind gespeichert</translation>
    </message>
    <message>
        <source>Waiting for a delivery to %1…</source>
        <translation>Wartet auf eine Zustellung an %1 …</translation>
    </message>
    <message>
        <source>The first event is here</source>
        <translation>Das erste Ereignis ist da</translation>
    </message>
    <message>
        <source>A board is proposed from the fields that arrived. All of it can be changed.</source>
        <translation>Aus den Feldern, die ankamen, wird ein Board vorgeschlagen. Alles daran lässt sich ändern.</translation>
    </message>
    <message>
        <source>Send a test event at the provider, or wait for a real one. What is refused is told here.</source>
        <translation>Beim Anbieter ein Testereignis senden oder auf ein echtes warten. Was abgelehnt wird, steht hier.</translation>
    </message>
    <message>
        <source>Deliveries appear here as they come in.</source>
        <translation>Zustellungen erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>No access to %1 right now?</source>
        <translation>Gerade kein Zugang zu %1?</translation>
    </message>
</context>
<context>
    <name>hookboard::BarTile</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hookboard::BindingPane</name>
    <message>
        <source>What to show</source>
        <translation>Was zu zeigen ist</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>Zeigen als %1</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>Messung %1</translation>
    </message>
    <message>
        <source>Remove this measure</source>
        <translation>Diese Messung entfernen</translation>
    </message>
    <message>
        <source>Remove measure</source>
        <translation>Messung entfernen</translation>
    </message>
    <message>
        <source>Add measure</source>
        <translation>Messung hinzufügen</translation>
    </message>
    <message>
        <source>Empty a slot</source>
        <translation>Platz leeren</translation>
    </message>
    <message>
        <source>Verified events only</source>
        <translation>Nur geprüfte Ereignisse</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Count verified events only</source>
        <translation>Nur geprüfte Ereignisse zählen</translation>
    </message>
    <message>
        <source>Count unverified events too</source>
        <translation>Auch ungeprüfte Ereignisse zählen</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Fill %1</source>
        <translation>Füllen: %1</translation>
    </message>
    <message>
        <source>Look: words, thresholds, options</source>
        <translation>Aussehen: Worte, Schwellen, Optionen</translation>
    </message>
</context>
<context>
    <name>hookboard::BoardCommands</name>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Discard %1 changes?</source>
        <translation>%1 Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>Undo brings them back until the window is closed.</source>
        <translation>Rückgängig holt sie zurück, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Rename board</source>
        <translation>Board umbenennen</translation>
    </message>
    <message>
        <source>Title of the board</source>
        <translation>Titel des Boards</translation>
    </message>
    <message>
        <source>Delete board</source>
        <translation>Board löschen</translation>
    </message>
    <message>
        <source>Delete the board %1?</source>
        <translation>Board %1 löschen?</translation>
    </message>
    <message>
        <source>Events stay stored. Undo brings the board back while this window is open.</source>
        <translation>Ereignisse bleiben gespeichert. Rückgängig holt das Board zurück, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Hookboard boards (*.board.json)</source>
        <translation>Hookboard-Boards (*.board.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>new board</source>
        <translation>Board anlegen</translation>
    </message>
    <message>
        <source>%1 is too large for a board.</source>
        <translation>%1 ist zu groß für ein Board.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>import board</source>
        <translation>Board importieren</translation>
    </message>
    <message>
        <source>Import board</source>
        <translation>Board importieren</translation>
    </message>
    <message>
        <source>Export board</source>
        <translation>Board exportieren</translation>
    </message>
    <message>
        <source>restore snapshot</source>
        <translation>Stand wiederherstellen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Snapshots…</source>
        <translation>Frühere Stände …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
</context>
<context>
    <name>hookboard::BoardPage</name>
    <message>
        <source>discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>rename tile</source>
        <translation>Kachel umbenennen</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>add tile</source>
        <translation>Kachel hinzufügen</translation>
    </message>
    <message>
        <source>cut tile</source>
        <translation>Kachel ausschneiden</translation>
    </message>
    <message>
        <source>cut %1 tiles</source>
        <translation>%1 Kacheln ausschneiden</translation>
    </message>
    <message>
        <source>paste tile</source>
        <translation>Kachel einfügen</translation>
    </message>
    <message>
        <source>paste %1 tiles</source>
        <translation>%1 Kacheln einfügen</translation>
    </message>
    <message>
        <source>duplicate tile</source>
        <translation>Kachel verdoppeln</translation>
    </message>
    <message>
        <source>duplicate %1 tiles</source>
        <translation>%1 Kacheln verdoppeln</translation>
    </message>
    <message>
        <source>remove tile</source>
        <translation>Kachel entfernen</translation>
    </message>
    <message>
        <source>remove %1 tiles</source>
        <translation>%1 Kacheln entfernen</translation>
    </message>
    <message>
        <source>paste style</source>
        <translation>Stil einfügen</translation>
    </message>
</context>
<context>
    <name>hookboard::BoardPages</name>
    <message>
        <source>Propose tiles</source>
        <translation>Kacheln vorschlagen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Discard %1 changes of this tile?</source>
        <translation>%1 Änderungen dieser Kachel verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>hookboard::BoardSaver</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The board file %1 could not be removed: %2</source>
        <translation>Die Board-Datei %1 konnte nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>hookboard::BoardSketch</name>
    <message>
        <source>No tiles</source>
        <translation>Keine Kacheln</translation>
    </message>
    <message>
        <source>No tiles yet</source>
        <translation>Noch keine Kacheln</translation>
    </message>
</context>
<context>
    <name>hookboard::BoardView</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>This board has no tiles yet</source>
        <translation>Dieses Board hat noch keine Kacheln</translation>
    </message>
    <message>
        <source>A tile shows one number, chart or list made from the events that arrive.</source>
        <translation>Eine Kachel zeigt eine Zahl, ein Diagramm oder eine Liste aus den eintreffenden Ereignissen.</translation>
    </message>
    <message>
        <source>Add tile…</source>
        <translation>Kachel hinzufügen …</translation>
    </message>
    <message>
        <source>Propose tiles</source>
        <translation>Kacheln vorschlagen</translation>
    </message>
    <message>
        <source>Numbers, a chart and a list that fit any events, to start from</source>
        <translation>Zahlen, ein Diagramm und eine Liste für jede Art von Ereignis, als Anfang</translation>
    </message>
</context>
<context>
    <name>hookboard::Boards</name>
    <message>
        <source>reorder boards</source>
        <translation>Boards umordnen</translation>
    </message>
    <message>
        <source>new board</source>
        <translation>Board anlegen</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>duplicate board</source>
        <translation>Board verdoppeln</translation>
    </message>
    <message>
        <source>delete board</source>
        <translation>Board löschen</translation>
    </message>
    <message>
        <source>rename board</source>
        <translation>Board umbenennen</translation>
    </message>
    <message>
        <source>add tile</source>
        <translation>Kachel hinzufügen</translation>
    </message>
    <message>
        <source>change tile</source>
        <translation>Kachel ändern</translation>
    </message>
    <message>
        <source>duplicate tile</source>
        <translation>Kachel verdoppeln</translation>
    </message>
    <message>
        <source>remove tile</source>
        <translation>Kachel entfernen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Größe ändern</translation>
    </message>
</context>
<context>
    <name>hookboard::CommandPalette</name>
    <message>
        <source>Nothing of that name.</source>
        <translation>Nichts dieses Namens.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Go to a board, tile, source or type, or do something</source>
        <translation>Zu Board, Kachel, Quelle oder Typ gehen oder etwas tun</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>hookboard::DataDialog</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Daten von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The selected rows, or all of them</source>
        <translation>Die gewählten Zeilen oder alle</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Percentile %1</source>
        <translation>Perzentil %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>Wert jetzt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>CSV for spreadsheets of this country (*.csv)</source>
        <translation>CSV für Tabellenprogramme dieses Landes (*.csv)</translation>
    </message>
    <message>
        <source>CSV for other programs (*.csv)</source>
        <translation>CSV für andere Programme (*.csv)</translation>
    </message>
</context>
<context>
    <name>hookboard::Desktop</name>
    <message>
        <source>The demo could not be started.</source>
        <translation>Die Demo konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The trace file %1 cannot be written.</source>
        <translation>Die Ablaufdatei %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The demo needs a temporary folder: %1.</source>
        <translation>Die Demo braucht einen temporären Ordner: %1.</translation>
    </message>
</context>
<context>
    <name>hookboard::DonutTile</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Values below zero</source>
        <translation>Werte unter null</translation>
    </message>
    <message numerus="yes">
        <source>%n slices</source>
        <translation>
            <numerusform>%n Stück</numerusform>
            <numerusform>%n Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>overall</source>
        <translation>insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hookboard::EditBanner</name>
    <message>
        <source>Nothing changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>1 change, saved as you go.</source>
        <translation>1 Änderung, laufend gespeichert.</translation>
    </message>
    <message>
        <source>%1 changes, saved as you go.</source>
        <translation>%1 Änderungen, laufend gespeichert.</translation>
    </message>
    <message>
        <source>Tiles keep receiving data. Arrow keys move the selected tile, Shift and arrow keys resize it, Esc leaves.</source>
        <translation>Kacheln empfangen weiter Daten. Pfeiltasten verschieben die gewählte Kachel, Umschalt und Pfeiltasten ändern ihre Größe, Esc beendet.</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeitung</translation>
    </message>
</context>
<context>
    <name>hookboard::EditLayer</name>
    <message>
        <source>move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>same size</source>
        <translation>Gleiche Größe</translation>
    </message>
    <message>
        <source>tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>hookboard::EditPanel</name>
    <message>
        <source>Edit the board</source>
        <translation>Board bearbeiten</translation>
    </message>
    <message>
        <source>Add a tile</source>
        <translation>Eine Kachel hinzufügen</translation>
    </message>
    <message>
        <source>Click a tile to see its options. Shift and click, or a frame drawn around them, selects several.</source>
        <translation>Eine Kachel anklicken, um ihre Einstellungen zu sehen. Umschalt und Klick oder ein aufgezogener Rahmen wählt mehrere.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>Veraltet nach</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>rename tile</source>
        <translation>Kachel umbenennen</translation>
    </message>
    <message>
        <source>change window</source>
        <translation>Zeitraum ändern</translation>
    </message>
    <message>
        <source>change bucket</source>
        <translation>Zeitschritt ändern</translation>
    </message>
    <message>
        <source>change stale time</source>
        <translation>Frist ändern</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Links ausrichten</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Rechts ausrichten</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Oben ausrichten</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>Unten ausrichten</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>Gleiche Größe</translation>
    </message>
    <message>
        <source>Mapping…</source>
        <translation>Zuordnung …</translation>
    </message>
    <message>
        <source>Which events and fields the tile is made from</source>
        <translation>Aus welchen Ereignissen und Feldern die Kachel entsteht</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>Verdoppeln (Strg+D)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No tile selected</source>
        <translation>Keine Kachel gewählt</translation>
    </message>
    <message>
        <source>%1 tiles selected</source>
        <translation>%1 Kacheln gewählt</translation>
    </message>
</context>
<context>
    <name>hookboard::EventExport</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>hookboard::EventFeed</name>
    <message>
        <source>This event is no longer stored: retention has removed it.</source>
        <translation>Dieses Ereignis ist nicht mehr gespeichert: seine Aufbewahrungsfrist ist abgelaufen.</translation>
    </message>
    <message>
        <source>This delivery is no longer kept: newer ones have taken its place.</source>
        <translation>Diese Zustellung ist nicht mehr aufbewahrt: neuere haben ihren Platz eingenommen.</translation>
    </message>
</context>
<context>
    <name>hookboard::EventFilterBar</name>
    <message>
        <source>Search type, delivery id and payload</source>
        <translation>Typ, Zustellungs-ID und Nutzdaten durchsuchen</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Ereignisse durchsuchen</translation>
    </message>
    <message>
        <source>Filter by source</source>
        <translation>Nach Quelle filtern</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Filter by type</source>
        <translation>Nach Typ filtern</translation>
    </message>
    <message>
        <source>Any type</source>
        <translation>Jeder Typ</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Nach Zustand filtern</translation>
    </message>
    <message>
        <source>All stored</source>
        <translation>Alle gespeicherten</translation>
    </message>
    <message>
        <source>Only events behind %1. Show others too</source>
        <translation>Nur Ereignisse hinter %1. Auch andere zeigen</translation>
    </message>
    <message>
        <source>Only the events that this part of a tile was made of. Click to show others too.</source>
        <translation>Nur die Ereignisse, aus denen dieser Teil einer Kachel entstand. Klicken zeigt auch andere.</translation>
    </message>
</context>
<context>
    <name>hookboard::EventInspector</name>
    <message>
        <source>Details of the selected event</source>
        <translation>Einzelheiten des gewählten Ereignisses</translation>
    </message>
    <message>
        <source>Select an event to see what it holds.</source>
        <translation>Ein Ereignis wählen, um zu sehen, was es enthält.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy payload</source>
        <translation>Nutzdaten kopieren</translation>
    </message>
    <message>
        <source>Copy delivery id</source>
        <translation>Zustellungs-ID kopieren</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Raw bytes as text</source>
        <translation>Rohbytes als Text</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>Rohbytes</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>No type</source>
        <translation>Ohne Typ</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>quarantine %1</source>
        <translation>Quarantäne %1</translation>
    </message>
    <message>
        <source>seq %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Kopfzeilen %1</translation>
    </message>
    <message>
        <source>The first %1 of %2. The tab Hex has all of it.</source>
        <translation>Die ersten %1 von %2. Im Reiter Hex steht alles.</translation>
    </message>
</context>
<context>
    <name>hookboard::EventsModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>In Quarantäne</translation>
    </message>
</context>
<context>
    <name>hookboard::EventsPage</name>
    <message>
        <source>Select an event to see what it holds.</source>
        <translation>Ein Ereignis wählen, um zu sehen, was es enthält.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Events, newest first</source>
        <translation>Ereignisse, neueste zuerst</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest …</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Searched %1 of %2 refusals, %3 found</source>
        <translation>%1 von %2 Ablehnungen durchsucht, %3 gefunden</translation>
    </message>
    <message>
        <source>%1 found in %2 refusals</source>
        <translation>%1 in %2 Ablehnungen gefunden</translation>
    </message>
    <message>
        <source>Searched %1 of %2 events, %3 found</source>
        <translation>%1 von %2 Ereignissen durchsucht, %3 gefunden</translation>
    </message>
    <message>
        <source>%1 found in %2 events</source>
        <translation>%1 in %2 Ereignissen gefunden</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück bis %1</translation>
    </message>
    <message>
        <source>1 newer row</source>
        <translation>1 neuere Zeile</translation>
    </message>
    <message>
        <source>%1 newer rows</source>
        <translation>%1 neuere Zeilen</translation>
    </message>
    <message>
        <source>%1 came too fast to be listed. Read the newest again</source>
        <translation>%1 kamen zu schnell für die Liste. Neueste erneut lesen</translation>
    </message>
    <message>
        <source>Events cannot be read</source>
        <translation>Ereignisse lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>What is stored here is not known until they can.</source>
        <translation>Was hier gespeichert ist, bleibt bis dahin unbekannt.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Nothing in quarantine</source>
        <translation>Nichts in Quarantäne</translation>
    </message>
    <message>
        <source>Refused deliveries appear here with the reason.</source>
        <translation>Abgelehnte Zustellungen erscheinen hier mit dem Grund.</translation>
    </message>
    <message>
        <source>No refusal matches</source>
        <translation>Keine passende Ablehnung</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein passendes Ereignis</translation>
    </message>
    <message>
        <source>Another source, type or text may.</source>
        <translation>Eine andere Quelle, ein anderer Typ oder Text könnte passen.</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>Noch keine Quelle</translation>
    </message>
    <message>
        <source>A source is an address that a sender delivers to. Adding one takes a minute.</source>
        <translation>Eine Quelle ist eine Adresse, an die ein Absender zustellt. Sie anzulegen dauert eine Minute.</translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation>Wartet auf das erste Ereignis</translation>
    </message>
    <message>
        <source>Deliveries to %1 appear here.</source>
        <translation>Zustellungen an %1 erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>hookboard::ExplainDialog</name>
    <message>
        <source>How this tile is made</source>
        <translation>Wie diese Kachel entsteht</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show skipped</source>
        <translation>Übersprungene zeigen</translation>
    </message>
</context>
<context>
    <name>hookboard::FieldProblem</name>
    <message>
        <source>At the end: %1</source>
        <translation>Am Ende: %1</translation>
    </message>
    <message>
        <source>Position %1, at “%2”: %3</source>
        <translation>Stelle %1, bei „%2“: %3</translation>
    </message>
</context>
<context>
    <name>hookboard::FilterPopover</name>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>weniger als</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>matches pattern</source>
        <translation>passt auf Muster</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist vorhanden</translation>
    </message>
    <message>
        <source>Only events where all of this holds</source>
        <translation>Nur Ereignisse, für die all das gilt</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>The same as text, also with or, not and parentheses</source>
        <translation>Dasselbe als Text, auch mit or, not und Klammern</translation>
    </message>
    <message>
        <source>Change filter</source>
        <translation>Filter ändern</translation>
    </message>
    <message>
        <source>Field of condition %1</source>
        <translation>Feld der Bedingung %1</translation>
    </message>
    <message>
        <source>Relation of condition %1</source>
        <translation>Vergleich der Bedingung %1</translation>
    </message>
    <message>
        <source>Value of condition %1</source>
        <translation>Wert der Bedingung %1</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>hookboard::FilterRow</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>What the cells contain. Numbers also as &gt; 5 or &lt;= 2. Esc closes.</source>
        <translation>Was die Zellen enthalten. Zahlen auch als &gt; 5 oder &lt;= 2. Esc schließt.</translation>
    </message>
</context>
<context>
    <name>hookboard::GaugeTile</name>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
</context>
<context>
    <name>hookboard::GroupPopover</name>
    <message>
        <source>One line, bar or slice for each</source>
        <translation>Eine Linie, ein Balken oder ein Stück je</translation>
    </message>
    <message>
        <source>$.country, or {$.first} {$.last}</source>
        <translation>$.country oder {$.first} {$.last}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Show the largest</source>
        <translation>Die größten zeigen</translation>
    </message>
    <message>
        <source>Group by another field</source>
        <translation>Nach anderem Feld gruppieren</translation>
    </message>
    <message>
        <source>Change number of groups</source>
        <translation>Anzahl der Gruppen ändern</translation>
    </message>
    <message>
        <source>Very many different values: all but the largest stand in Other.</source>
        <translation>Sehr viele verschiedene Werte: alle außer den größten stehen unter Übrige.</translation>
    </message>
</context>
<context>
    <name>hookboard::HandlingSteps</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>hookboard::HexView</name>
    <message>
        <source>Bytes as hexadecimal numbers</source>
        <translation>Bytes als hexadezimale Zahlen</translation>
    </message>
</context>
<context>
    <name>hookboard::HistogramTile</name>
    <message>
        <source>p%1 %2</source>
        <translation>p%1 %2</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>p%1</source>
        <translation>p%1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 events, %2</source>
        <translation>%1 Ereignisse, %2</translation>
    </message>
</context>
<context>
    <name>hookboard::KindButton</name>
    <message>
        <source>Add %1: %2</source>
        <translation>%1 hinzufügen: %2</translation>
    </message>
</context>
<context>
    <name>hookboard::KpiTile</name>
    <message>
        <source>Above %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>was %1 before</source>
        <translation>davor %1</translation>
    </message>
    <message>
        <source>no change to the window before</source>
        <translation>unverändert zum Zeitraum davor</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>vs window before</source>
        <translation>zum Zeitraum davor</translation>
    </message>
</context>
<context>
    <name>hookboard::LabelPopover</name>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Add: type a path and press Enter</source>
        <translation>Hinzufügen: Pfad tippen und Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Beschriftung ändern</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Change column</source>
        <translation>Spalte ändern</translation>
    </message>
    <message>
        <source>Title of column %1</source>
        <translation>Titel der Spalte %1</translation>
    </message>
    <message>
        <source>Kind of column %1</source>
        <translation>Art der Spalte %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Abzeichen</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Spalte entfernen</translation>
    </message>
    <message>
        <source>Move column</source>
        <translation>Spalte verschieben</translation>
    </message>
    <message>
        <source>Swap with the next column</source>
        <translation>Mit der nächsten Spalte tauschen</translation>
    </message>
    <message>
        <source>Columns, from the left</source>
        <translation>Spalten, von links</translation>
    </message>
    <message>
        <source>Text of each line</source>
        <translation>Text jeder Zeile</translation>
    </message>
    <message>
        <source>Name in the legend</source>
        <translation>Name in der Legende</translation>
    </message>
</context>
<context>
    <name>hookboard::LookPopover</name>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Warn from</source>
        <translation>Warnung ab</translation>
    </message>
    <message>
        <source>Error from</source>
        <translation>Fehler ab</translation>
    </message>
    <message>
        <source>Change words</source>
        <translation>Worte ändern</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Write a number, for example %1.</source>
        <translation>Eine Zahl eintragen, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Change thresholds</source>
        <translation>Schwellen ändern</translation>
    </message>
</context>
<context>
    <name>hookboard::MainWindow</name>
    <message>
        <source>Hookboard</source>
        <translation>Hookboard</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>&amp;Pause list</source>
        <translation>Liste &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>%1 – Hookboard</source>
        <translation>%1 – Hookboard</translation>
    </message>
    <message>
        <source>About Hookboard</source>
        <translation>Über Hookboard</translation>
    </message>
    <message>
        <source>Hookboard %1</source>
        <translation>Hookboard %1</translation>
    </message>
    <message>
        <source>Webhooks on a live board, on your own workstation.

Ctrl+1 to Ctrl+9: boards
F4: edit the board
Ctrl+K: command palette
Ctrl+E: events
Ctrl+Shift+S: sources
Ctrl+F: search events
Ctrl+B: narrow rail
Ctrl+P: pause
F11: full screen

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Webhooks auf einem lebendigen Board, auf dem eigenen Rechner.

Strg+1 bis Strg+9: Boards
F4: Board bearbeiten
Strg+K: Befehlspalette
Strg+E: Ereignisse
Strg+Umschalt+S: Quellen
Strg+F: Ereignisse durchsuchen
Strg+B: schmale Leiste
Strg+P: anhalten
F11: Vollbild

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>hookboard::MappingStudio</name>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>Fields and slots</source>
        <translation>Felder und Plätze</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Take suggestion</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Add tile</source>
        <translation>Kachel hinzufügen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Applying changes how the tile looks. Nothing is counted anew.</source>
        <translation>Anwenden ändert das Aussehen der Kachel. Nichts wird neu gezählt.</translation>
    </message>
    <message>
        <source>Nothing has changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als 1 s</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>Adding counts %1 stored events, %2.</source>
        <translation>Hinzufügen zählt %1 gespeicherte Ereignisse, %2.</translation>
    </message>
    <message>
        <source>Applying rebuilds this tile from %1 stored events, %2.</source>
        <translation>Anwenden berechnet diese Kachel aus %1 gespeicherten Ereignissen neu, %2.</translation>
    </message>
    <message>
        <source>Only events that arrive from now on are counted.</source>
        <translation>Nur Ereignisse, die von jetzt an eintreffen, werden gezählt.</translation>
    </message>
    <message>
        <source>%1 of %2 points change.</source>
        <translation>%1 von %2 Punkten ändern sich.</translation>
    </message>
    <message>
        <source>Count from now on</source>
        <translation>Ab jetzt zählen</translation>
    </message>
    <message>
        <source>Count the whole history</source>
        <translation>Gesamte Geschichte zählen</translation>
    </message>
    <message>
        <source>Look at another time span</source>
        <translation>Anderen Zeitraum ansehen</translation>
    </message>
</context>
<context>
    <name>hookboard::NewBoardDialog</name>
    <message>
        <source>New board</source>
        <translation>Neues Board</translation>
    </message>
    <message>
        <source>Title of the board</source>
        <translation>Titel des Boards</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Create board</source>
        <translation>Board anlegen</translation>
    </message>
</context>
<context>
    <name>hookboard::PairingEditor</name>
    <message>
        <source>Share with</source>
        <translation>Anteil mit</translation>
    </message>
    <message>
        <source>Time between two event types</source>
        <translation>Zeit zwischen zwei Ereignistypen</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich ist</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>Change share</source>
        <translation>Anteil ändern</translation>
    </message>
    <message>
        <source>Measure a time between</source>
        <translation>Zeit dazwischen messen</translation>
    </message>
    <message>
        <source>Measure a value</source>
        <translation>Wert messen</translation>
    </message>
</context>
<context>
    <name>hookboard::PayloadModel</name>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, used by the tile</source>
        <translation>%1, von der Kachel verwendet</translation>
    </message>
</context>
<context>
    <name>hookboard::PayloadView</name>
    <message>
        <source>Payload as text</source>
        <translation>Nutzdaten als Text</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>Der Inhalt ist leer.</translation>
    </message>
    <message>
        <source>Not JSON. The first %1 of %2 as text; the tab Hex has all of it.</source>
        <translation>Kein JSON. Die ersten %1 von %2 als Text; im Reiter Hex steht alles.</translation>
    </message>
    <message>
        <source>Not JSON, shown as text.</source>
        <translation>Kein JSON, als Text gezeigt.</translation>
    </message>
    <message>
        <source>The JSON breaks off at byte %1. What comes before is shown.</source>
        <translation>Das JSON bricht bei Byte %1 ab. Gezeigt ist, was davor steht.</translation>
    </message>
    <message>
        <source>Too large to show whole: the first %1 and %2 levels. The tabs Raw bytes and Hex have more.</source>
        <translation>Zu groß, um alles zu zeigen: die ersten %1 und %2 Ebenen. Mehr steht in den Reitern Rohbytes und Hex.</translation>
    </message>
</context>
<context>
    <name>hookboard::PlaceBar</name>
    <message>
        <source>What can be done with this board</source>
        <translation>Was sich mit diesem Board tun lässt</translation>
    </message>
</context>
<context>
    <name>hookboard::PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Counting the stored events</source>
        <translation>Zählt die gespeicherten Ereignisse</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>%1: %2, show the events</source>
        <translation>%1: %2, Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>Gesamte Geschichte</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Ab jetzt</translation>
    </message>
    <message>
        <source>Explain this number…</source>
        <translation>Diese Zahl erklären …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>drawn in %1 ms</source>
        <translation>in %1 ms gezeichnet</translation>
    </message>
    <message>
        <source>your events, %1 × %2, narrower than on the board</source>
        <translation>echte Ereignisse, %1 × %2, schmaler als auf dem Board</translation>
    </message>
    <message>
        <source>your events, real size, %1 × %2</source>
        <translation>echte Ereignisse, echte Größe, %1 × %2</translation>
    </message>
    <message>
        <source>of %1 events</source>
        <translation>von %1 Ereignissen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>in %1 lines</source>
        <translation>in %1 Linien</translation>
    </message>
    <message>
        <source>in one line</source>
        <translation>in einer Linie</translation>
    </message>
</context>
<context>
    <name>hookboard::ProblemCentre</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Nothing is broken. What needs attention stands here as long as it lasts.</source>
        <translation>Alles in Ordnung. Was Aufmerksamkeit braucht, steht hier, solange es andauert.</translation>
    </message>
</context>
<context>
    <name>hookboard::ProviderCard</name>
    <message>
        <source>Own, signed</source>
        <translation>Eigener, signiert</translation>
    </message>
    <message>
        <source>Own, password</source>
        <translation>Eigener, Passwort</translation>
    </message>
    <message>
        <source>Who sends?</source>
        <translation>Wer sendet?</translation>
    </message>
    <message>
        <source>The provider says how deliveries are verified.</source>
        <translation>Der Anbieter bestimmt, wie Zustellungen geprüft werden.</translation>
    </message>
    <message>
        <source>All %1 providers</source>
        <translation>Alle %1 Anbieter</translation>
    </message>
</context>
<context>
    <name>hookboard::Rail</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Boards</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Neues Board</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>1 tile needs attention</source>
        <translation>1 Kachel braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles need attention</source>
        <translation>
            <numerusform>%Ln Kachel braucht Aufmerksamkeit</numerusform>
            <numerusform>%Ln Kacheln brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in quarantine</source>
        <translation>%1 in Quarantäne</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>1 thing needs attention</source>
        <translation>1 Sache braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things need attention</source>
        <translation>
            <numerusform>%Ln Sache braucht Aufmerksamkeit</numerusform>
            <numerusform>%Ln Sachen brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hookboard::RebindDialog</name>
    <message>
        <source>Sources of the board</source>
        <translation>Quellen des Boards</translation>
    </message>
    <message>
        <source>The board asks for sources that are not here. Choose which events its tiles are made from.</source>
        <translation>Das Board verlangt Quellen, die es hier nicht gibt. Wählen, aus welchen Ereignissen seine Kacheln entstehen.</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Jede Quelle</translation>
    </message>
    <message>
        <source>A new source named %1</source>
        <translation>Eine neue Quelle namens %1</translation>
    </message>
    <message>
        <source>%1 (1 tile)</source>
        <translation>%1 (1 Kachel)</translation>
    </message>
    <message>
        <source>%1 (%2 tiles)</source>
        <translation>%1 (%2 Kacheln)</translation>
    </message>
    <message>
        <source>Use these sources</source>
        <translation>Diese Quellen verwenden</translation>
    </message>
</context>
<context>
    <name>hookboard::RowsModel</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>hookboard::RowsTile</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more newer rows</source>
        <translation>%1 oder mehr neuere Zeilen</translation>
    </message>
    <message>
        <source>1 newer row</source>
        <translation>1 neuere Zeile</translation>
    </message>
    <message>
        <source>%1 newer rows</source>
        <translation>%1 neuere Zeilen</translation>
    </message>
</context>
<context>
    <name>hookboard::SampleDelegate</name>
    <message>
        <source>which items?</source>
        <translation>welche Einträge?</translation>
    </message>
    <message>
        <source>first item</source>
        <translation>erster Eintrag</translation>
    </message>
    <message>
        <source>last item</source>
        <translation>letzter Eintrag</translation>
    </message>
    <message>
        <source>each item</source>
        <translation>jeder Eintrag</translation>
    </message>
    <message>
        <source>item where</source>
        <translation>Eintrag, bei dem</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>not in this event</source>
        <translation>nicht in diesem Ereignis</translation>
    </message>
</context>
<context>
    <name>hookboard::SampleModel</name>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrageparameter</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>in %1 of %2 events</source>
        <translation>in %1 von %2 Ereignissen</translation>
    </message>
</context>
<context>
    <name>hookboard::SamplePane</name>
    <message>
        <source>Keep this event as the sample</source>
        <translation>Dieses Ereignis als Beispiel behalten</translation>
    </message>
    <message>
        <source>Paste an event</source>
        <translation>Ein Ereignis einfügen</translation>
    </message>
    <message>
        <source>Sample event</source>
        <translation>Beispielereignis</translation>
    </message>
    <message>
        <source>Find a field, or type a path</source>
        <translation>Feld suchen oder Pfad tippen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Present in</source>
        <translation>Vorhanden in</translation>
    </message>
    <message>
        <source>Reading the newest events…</source>
        <translation>Liest die neuesten Ereignisse …</translation>
    </message>
    <message>
        <source>No event of this kind is stored yet. The tile can be made all the same: type a path, or paste an event as an example.</source>
        <translation>Noch kein Ereignis dieser Art ist gespeichert. Die Kachel lässt sich trotzdem bauen: einen Pfad tippen oder ein Ereignis als Beispiel einfügen.</translation>
    </message>
    <message>
        <source>The bodies of these events are not JSON. Headers and query can be used.</source>
        <translation>Der Inhalt dieser Ereignisse ist kein JSON. Kopfzeilen und Anfrageparameter lassen sich verwenden.</translation>
    </message>
    <message>
        <source>1 event of %1</source>
        <translation>1 Ereignis von %1</translation>
    </message>
    <message>
        <source>%1 newest of %2</source>
        <translation>%1 neueste von %2</translation>
    </message>
    <message>
        <source>Newest, %1</source>
        <translation>Neuestes, %1</translation>
    </message>
    <message>
        <source>Most complete, %1</source>
        <translation>Vollständigstes, %1</translation>
    </message>
    <message>
        <source>Pinned, %1</source>
        <translation>Angeheftet, %1</translation>
    </message>
    <message>
        <source>Pasted, never counted</source>
        <translation>Eingefügt, nie gezählt</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>Noch kein Ereignis</translation>
    </message>
    <message>
        <source>The JSON body of one delivery. It is only looked at: no tile counts it.</source>
        <translation>Der JSON-Inhalt einer Zustellung. Er wird nur angesehen: keine Kachel zählt ihn.</translation>
    </message>
    <message>
        <source>Body of the event</source>
        <translation>Inhalt des Ereignisses</translation>
    </message>
    <message>
        <source>Use as sample</source>
        <translation>Als Beispiel verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Each item is counted by itself</source>
        <translation>Jeder Eintrag zählt für sich</translation>
    </message>
    <message>
        <source>First item</source>
        <translation>Erster Eintrag</translation>
    </message>
    <message>
        <source>Last item</source>
        <translation>Letzter Eintrag</translation>
    </message>
    <message>
        <source>Item where</source>
        <translation>Eintrag, bei dem</translation>
    </message>
</context>
<context>
    <name>hookboard::SampleTree</name>
    <message>
        <source>Fields of the sample event</source>
        <translation>Felder des Beispielereignisses</translation>
    </message>
</context>
<context>
    <name>hookboard::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what was entered</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>There is white space before or after the secret. It is used exactly like this.</source>
        <translation>Vor oder nach dem Schlüssel stehen Leerzeichen. Er wird genau so verwendet.</translation>
    </message>
</context>
<context>
    <name>hookboard::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>any free port</source>
        <translation>beliebiger freier Port</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Port of the listener</source>
        <translation>&amp;Port des Empfangs</translation>
    </message>
    <message>
        <source>&amp;Keep events</source>
        <translation>&amp;Ereignisse behalten</translation>
    </message>
    <message>
        <source>Port and retention apply from the next start.</source>
        <translation>Port und Aufbewahrung gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>hookboard::SlotRow</name>
    <message>
        <source>Empty this slot</source>
        <translation>Diesen Platz leeren</translation>
    </message>
</context>
<context>
    <name>hookboard::SnapshotsDialog</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Frühere Stände</translation>
    </message>
    <message>
        <source>Kept states are being read.</source>
        <translation>Aufbewahrte Stände werden gelesen.</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 Kachel</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 Kacheln</translation>
    </message>
    <message>
        <source>Nothing was kept yet. A state is kept before the first change, every minute of editing, and when editing is done; the newest 50 stay.</source>
        <translation>Noch nichts aufbewahrt. Ein Stand wird vor der ersten Änderung, in jeder Minute der Bearbeitung und an deren Ende aufbewahrt; die neuesten 50 bleiben.</translation>
    </message>
    <message>
        <source>The same as now.</source>
        <translation>Wie jetzt.</translation>
    </message>
    <message>
        <source>Compared with now: %1.</source>
        <translation>Verglichen mit jetzt: %1.</translation>
    </message>
</context>
<context>
    <name>hookboard::SourceDetail</name>
    <message>
        <source>Details of the selected source</source>
        <translation>Einzelheiten der gewählten Quelle</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Replace or add…</source>
        <translation>Ersetzen oder hinzufügen …</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Refused since the start</source>
        <translation>Abgelehnt seit dem Start</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Posts a sample delivery of this provider, signed, and marked as simulated.</source>
        <translation>Stellt ein Beispiel dieses Anbieters zu, signiert und als simuliert gekennzeichnet.</translation>
    </message>
    <message>
        <source>Remove this source…</source>
        <translation>Diese Quelle entfernen …</translation>
    </message>
    <message>
        <source>Address for the sender</source>
        <translation>Adresse für den Absender</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Reaches this computer only. A sender elsewhere needs a tunnel; enter its address as the public address of the source.</source>
        <translation>Führt nur zu diesem Rechner. Ein Absender anderswo braucht einen Tunnel; dessen Adresse als öffentliche Adresse der Quelle eintragen.</translation>
    </message>
    <message>
        <source>On this computer: %1</source>
        <translation>Auf diesem Rechner: %1</translation>
    </message>
    <message>
        <source>No signature is checked: anybody who knows the address can deliver. Events of this source stay unverified for ever.</source>
        <translation>Keine Signatur wird geprüft: wer die Adresse kennt, kann zustellen. Ereignisse dieser Quelle bleiben für immer ungeprüft.</translation>
    </message>
    <message>
        <source>1 delivery failed verification. It is kept aside and not counted.</source>
        <translation>1 Zustellung bestand die Prüfung nicht. Sie ist zurückgelegt und nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 deliveries failed verification. They are kept aside and not counted.</source>
        <translation>%1 Zustellungen bestanden die Prüfung nicht. Sie sind zurückgelegt und nicht gezählt.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Signed address</source>
        <translation>Signierte Adresse</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>Größter Inhalt</translation>
    </message>
    <message>
        <source>None stored</source>
        <translation>Keiner gespeichert</translation>
    </message>
    <message>
        <source>1 stored</source>
        <translation>1 gespeichert</translation>
    </message>
    <message>
        <source>%1 stored; any of them is accepted</source>
        <translation>%1 gespeichert; jeder davon gilt</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Keiner nötig</translation>
    </message>
    <message>
        <source>Signing secrets</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>No delivery of this source was refused.</source>
        <translation>Keine Zustellung dieser Quelle wurde abgelehnt.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>%1, answered as success and not counted again</source>
        <translation>%1, als Erfolg beantwortet und nicht erneut gezählt</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>Beantwortet nach</translation>
    </message>
    <message>
        <source>%1 (median), %2 (99 of 100)</source>
        <translation>%1 (Median), %2 (99 von 100)</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 je Sekunde</translation>
    </message>
</context>
<context>
    <name>hookboard::SourceDialog</name>
    <message>
        <source>Edit source</source>
        <translation>Quelle bearbeiten</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>The source is live. Enter this address at the provider:</source>
        <translation>Die Quelle ist bereit. Diese Adresse beim Anbieter eintragen:</translation>
    </message>
    <message>
        <source>Address for the sender</source>
        <translation>Adresse für den Absender</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>It reaches this computer only. A sender elsewhere needs a tunnel; enter the tunnel&apos;s address as the public address of this source.</source>
        <translation>Sie führt nur zu diesem Rechner. Ein Absender anderswo braucht einen Tunnel; dessen Adresse als öffentliche Adresse dieser Quelle eintragen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>part of the address, for example shop-orders</source>
        <translation>Teil der Adresse, zum Beispiel shop-orders</translation>
    </message>
    <message>
        <source>Accept deliveries that nobody vouches for</source>
        <translation>Zustellungen annehmen, für die niemand bürgt</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Older secret</source>
        <translation>Älterer Schlüssel</translation>
    </message>
    <message>
        <source>during a rotation only</source>
        <translation>nur während eines Wechsels</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>Größter Inhalt</translation>
    </message>
    <message>
        <source>The name is part of the address and of every stored event; it stays.</source>
        <translation>Der Name ist Teil der Adresse und jedes gespeicherten Ereignisses; er bleibt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>&amp;Signing secret</source>
        <translation>&amp;Signaturschlüssel</translation>
    </message>
    <message>
        <source>&amp;Older secret</source>
        <translation>Ä&amp;lterer Schlüssel</translation>
    </message>
    <message>
        <source>Public &amp;address</source>
        <translation>&amp;Öffentliche Adresse</translation>
    </message>
    <message>
        <source>&amp;Largest body</source>
        <translation>&amp;Größter Inhalt</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Zum Suchen tippen</translation>
    </message>
    <message>
        <source>None: do not verify</source>
        <translation>Keiner: nicht prüfen</translation>
    </message>
    <message>
        <source>A source of this name exists already.</source>
        <translation>Eine Quelle dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>The secret that the provider shows is needed to verify deliveries.</source>
        <translation>Zum Prüfen der Zustellungen ist der Schlüssel nötig, den der Anbieter zeigt.</translation>
    </message>
    <message>
        <source>This provider signs the address: enter it exactly as registered there.</source>
        <translation>Dieser Anbieter signiert die Adresse: sie genau so eintragen, wie sie dort hinterlegt ist.</translation>
    </message>
    <message>
        <source>An address begins with https:// and names a host.</source>
        <translation>Eine Adresse beginnt mit https:// und nennt einen Host.</translation>
    </message>
    <message>
        <source>Confirm that deliveries are not verified, or choose a provider.</source>
        <translation>Bestätigen, dass Zustellungen nicht geprüft werden, oder einen Anbieter wählen.</translation>
    </message>
    <message>
        <source>Choose the provider that signs the deliveries.</source>
        <translation>Den Anbieter wählen, der die Zustellungen signiert.</translation>
    </message>
    <message>
        <source>empty keeps the stored one</source>
        <translation>leer behält den gespeicherten</translation>
    </message>
    <message>
        <source>Anybody who knows the address can deliver anything. Events of this source stay unverified for ever, and tiles leave them out unless told otherwise.</source>
        <translation>Wer die Adresse kennt, kann alles zustellen. Ereignisse dieser Quelle bleiben für immer ungeprüft, und Kacheln lassen sie aus, wenn nichts anderes eingestellt ist.</translation>
    </message>
    <message>
        <source>The secret is not stored yet. The keychain may be asking for its password in a window of its own.</source>
        <translation>Der Schlüssel ist noch nicht gespeichert. Vielleicht fragt der Schlüsselbund in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message>
        <source>The source is not stored yet. The disk is slow to answer.</source>
        <translation>Die Quelle ist noch nicht gespeichert. Der Datenträger antwortet langsam.</translation>
    </message>
    <message>
        <source>Keep secrets in a file…</source>
        <translation>Schlüssel in einer Datei aufbewahren …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>hookboard::SourcesModel</name>
    <message>
        <source>Not verified</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>no events yet</source>
        <translation>noch keine Ereignisse</translation>
    </message>
    <message>
        <source>%1 / %2&#x202f;ms</source>
        <translation>%1 / %2&#x202f;ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From receipt to answer: half of the answers were faster, 99 of 100 were faster</source>
        <translation>Vom Empfang bis zur Antwort: die Hälfte der Antworten war schneller, 99 von 100 waren schneller</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Refused %</source>
        <translation>Abgelehnt %</translation>
    </message>
    <message>
        <source>Answer p50 / p99</source>
        <translation>Antwort p50 / p99</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>All refused</source>
        <translation>Alle abgelehnt</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Reading secret</source>
        <translation>Liest Schlüssel</translation>
    </message>
    <message>
        <source>Secret unreadable</source>
        <translation>Schlüssel unlesbar</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>Kein Schlüssel</translation>
    </message>
</context>
<context>
    <name>hookboard::SourcesPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>Noch keine Quelle</translation>
    </message>
    <message>
        <source>A source is an address that a sender delivers to. Choose the provider, paste its signing secret, copy the address.</source>
        <translation>Eine Quelle ist eine Adresse, an die ein Absender zustellt. Anbieter wählen, seinen Signaturschlüssel einfügen, Adresse kopieren.</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>Remove the source %1?</source>
        <translation>Quelle %1 entfernen?</translation>
    </message>
    <message>
        <source>Its address answers 404 from now on and its secrets are deleted. Events that are stored stay, and tiles keep counting them.</source>
        <translation>Ihre Adresse antwortet von nun an mit 404, und ihre Schlüssel werden gelöscht. Gespeicherte Ereignisse bleiben, und Kacheln zählen sie weiter.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>hookboard::StatesEditor</name>
    <message>
        <source>What its states mean</source>
        <translation>Was die Zustände bedeuten</translation>
    </message>
    <message>
        <source>Put a field with states into the slot Value, for example $.status.</source>
        <translation>Ein Feld mit Zuständen in den Platz Wert legen, zum Beispiel $.status.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Word for %1</source>
        <translation>Wort für %1</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht gesagt</translation>
    </message>
    <message>
        <source>Change states</source>
        <translation>Zustände ändern</translation>
    </message>
</context>
<context>
    <name>hookboard::StatesTile</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 of %2 well</source>
        <translation>%1 von %2 in Ordnung</translation>
    </message>
    <message>
        <source>%1 in trouble</source>
        <translation>%1 gestört</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>hookboard::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Times are shown in this time zone.</source>
        <translation>Zeiten sind in dieser Zeitzone angegeben.</translation>
    </message>
    <message>
        <source>Use a free port</source>
        <translation>Freien Port verwenden</translation>
    </message>
    <message>
        <source>Free port</source>
        <translation>Freier Port</translation>
    </message>
    <message>
        <source>Listens on a port that no program uses.</source>
        <translation>Empfängt auf einem Port, den kein Programm benutzt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reads the secrets again, without a restart.</source>
        <translation>Liest die Schlüssel erneut, ohne Neustart.</translation>
    </message>
</context>
<context>
    <name>hookboard::StepsEditor</name>
    <message>
        <source>Read text as number</source>
        <translation>Text als Zahl lesen</translation>
    </message>
    <message>
        <source>Scale and shift</source>
        <translation>Skalieren und verschieben</translation>
    </message>
    <message>
        <source>Keep within limits</source>
        <translation>In Grenzen halten</translation>
    </message>
    <message>
        <source>Replace values</source>
        <translation>Werte ersetzen</translation>
    </message>
    <message>
        <source>Extract by pattern</source>
        <translation>Nach Muster herauslösen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Else take</source>
        <translation>Sonst nehmen</translation>
    </message>
    <message>
        <source>Read text as date</source>
        <translation>Text als Datum lesen</translation>
    </message>
    <message>
        <source>Add step before combining</source>
        <translation>Schritt vor dem Zusammenfassen hinzufügen</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Change step</source>
        <translation>Schritt ändern</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>paid = Paid, one a line; * = the rest</source>
        <translation>paid = Bezahlt, je Zeile eines; * = der Rest</translation>
    </message>
    <message>
        <source>pattern, as ORD-([0-9]+)</source>
        <translation>Muster, etwa ORD-([0-9]+)</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Which part, from 0; below 0 from the end</source>
        <translation>Welcher Teil, ab 0; unter 0 vom Ende her</translation>
    </message>
    <message>
        <source>$.other, $.another</source>
        <translation>$.other, $.another</translation>
    </message>
    <message>
        <source>ISO 8601, or dd.MM.yyyy HH:mm</source>
        <translation>ISO 8601 oder dd.MM.yyyy HH:mm</translation>
    </message>
    <message>
        <source>UTC, or Europe/Berlin</source>
        <translation>UTC oder Europe/Berlin</translation>
    </message>
</context>
<context>
    <name>hookboard::StudioBar</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Alle von %1</translation>
    </message>
    <message>
        <source>Title of the tile</source>
        <translation>Titel der Kachel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Rename tile</source>
        <translation>Kachel umbenennen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück bis %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>Ereignisse: %1</translation>
    </message>
    <message>
        <source>Time span: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Choose events</source>
        <translation>Ereignisse wählen</translation>
    </message>
    <message>
        <source>Other types…</source>
        <translation>Andere Typen …</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Ereignistypen</translation>
    </message>
    <message>
        <source>Several with commas; order.* takes all that begin so</source>
        <translation>Mehrere mit Komma; order.* nimmt alle, die so beginnen</translation>
    </message>
    <message>
        <source>Look at another time span</source>
        <translation>Anderen Zeitraum ansehen</translation>
    </message>
</context>
<context>
    <name>hookboard::TableTile</name>
    <message>
        <source>Click to sort</source>
        <translation>Klicken zum Sortieren</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Keep the first column in view</source>
        <translation>Erste Spalte im Blick behalten</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>hookboard::ThumbnailButton</name>
    <message>
        <source>Suggestion: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
</context>
<context>
    <name>hookboard::Tile</name>
    <message>
        <source>Tile menu</source>
        <translation>Kachelmenü</translation>
    </message>
    <message>
        <source>also: %1</source>
        <translation>auch: %1</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Show data</source>
        <translation>Daten zeigen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Data as CSV…</source>
        <translation>Daten als CSV …</translation>
    </message>
    <message>
        <source>Data as CSV for spreadsheets of this country…</source>
        <translation>Daten als CSV für Tabellenprogramme dieses Landes …</translation>
    </message>
    <message>
        <source>Events behind it as NDJSON…</source>
        <translation>Ereignisse dahinter als NDJSON …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>Bild als PNG …</translation>
    </message>
    <message>
        <source>Picture as SVG…</source>
        <translation>Bild als SVG …</translation>
    </message>
    <message>
        <source>Picture as PDF…</source>
        <translation>Bild als PDF …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>Klicken zum Kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>hookboard::TileExporter</name>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Export board</source>
        <translation>Board exportieren</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>The name must end in .png, .pdf or .svg.</source>
        <translation>Der Name muss auf .png, .pdf oder .svg enden.</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>One JSON object a line (*.ndjson)</source>
        <translation>Ein JSON-Objekt je Zeile (*.ndjson)</translation>
    </message>
    <message>
        <source>Writing events…</source>
        <translation>Ereignisse werden geschrieben …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 events written</source>
        <translation>%1 Ereignisse geschrieben</translation>
    </message>
</context>
<context>
    <name>hookboard::TileOptionsForm</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Write a number, for example %1.</source>
        <translation>Eine Zahl eintragen, zum Beispiel %1.</translation>
    </message>
</context>
<context>
    <name>hookboard::TimePopover</name>
    <message>
        <source>everything stored</source>
        <translation>alles Gespeicherte</translation>
    </message>
    <message>
        <source>Which time counts</source>
        <translation>Welche Zeit zählt</translation>
    </message>
    <message>
        <source>When it arrived</source>
        <translation>Wann es ankam</translation>
    </message>
    <message>
        <source>What its source names</source>
        <translation>Was seine Quelle nennt</translation>
    </message>
    <message>
        <source>A field</source>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>In Schritten</translation>
    </message>
    <message>
        <source>Look at another time span</source>
        <translation>Anderen Zeitraum ansehen</translation>
    </message>
    <message>
        <source>Change steps of time</source>
        <translation>Zeitschritte ändern</translation>
    </message>
    <message>
        <source>Choose time</source>
        <translation>Zeit wählen</translation>
    </message>
</context>
<context>
    <name>hookboard::TimeSeriesTile</name>
    <message>
        <source>still filling</source>
        <translation>füllt sich noch</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Not listening %1</source>
        <translation>Kein Empfang %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Gezeigt: %1</translation>
    </message>
    <message>
        <source>Click: only this one. Ctrl+click: on or off.</source>
        <translation>Klick: nur diese. Strg+Klick: ein oder aus.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>Not listening until %1</source>
        <translation>Kein Empfang bis %1</translation>
    </message>
    <message>
        <source>log scale, nothing at or below zero</source>
        <translation>logarithmisch, nichts bei null oder darunter</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Ausschnitt aufheben</translation>
    </message>
    <message>
        <source>Shows the whole window again (Esc, or a double click)</source>
        <translation>Zeigt wieder den ganzen Zeitraum (Esc oder Doppelklick)</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>whole window</source>
        <translation>ganzer Zeitraum</translation>
    </message>
</context>
<context>
    <name>hookboard::UndoTimeline</name>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>hookboard::ValueNotice</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Skip what is no number</source>
        <translation>Überspringen, was keine Zahl ist</translation>
    </message>
    <message>
        <source>Convert text to numbers</source>
        <translation>Text in Zahlen umwandeln</translation>
    </message>
    <message>
        <source>%1 of %2 events have text in %3</source>
        <translation>%1 von %2 Ereignissen haben Text in %3</translation>
    </message>
    <message>
        <source>for example “%1” at %2</source>
        <translation>zum Beispiel „%1“ um %2</translation>
    </message>
</context>
<context>
    <name>hookboard::ValuePopover</name>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Verschiedene</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Std dev</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Combine by %1</source>
        <translation>Zusammenfassen: %1</translation>
    </message>
    <message>
        <source>$.amount, or = {$.price} * {$.count}</source>
        <translation>$.amount oder = {$.price} * {$.count}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>je Minute</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>Read another value</source>
        <translation>Anderen Wert lesen</translation>
    </message>
    <message>
        <source>Change rate</source>
        <translation>Rate ändern</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Compact, 48.2k</source>
        <translation>Kompakt, 48,2k</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Bytes (KiB)</source>
        <translation>Bytes (KiB)</translation>
    </message>
    <message>
        <source>Bytes (kB)</source>
        <translation>Bytes (kB)</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Percent of 1</source>
        <translation>Prozent von 1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Unit or currency code</source>
        <translation>Einheit oder Währungskürzel</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>Change number format</source>
        <translation>Zahlenformat ändern</translation>
    </message>
    <message>
        <source>What to calculate</source>
        <translation>Was zu berechnen ist</translation>
    </message>
    <message>
        <source>How to combine %1</source>
        <translation>Wie %1 zusammenzufassen ist</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie er ist</translation>
    </message>
</context>
<context>
    <name>hookboard::WallDialog</name>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Full screen for a screen on the wall: larger type, a clock, problems first. Esc leaves, arrow keys change boards, Space holds one.</source>
        <translation>Vollbild für einen Schirm an der Wand: größere Schrift, eine Uhr, Probleme zuerst. Esc beendet, Pfeiltasten wechseln Boards, Leertaste hält eines fest.</translation>
    </message>
    <message>
        <source>Boards in their turn</source>
        <translation>Boards der Reihe nach</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Boards</translation>
    </message>
    <message>
        <source>Each for</source>
        <translation>Jedes für</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>hookboard::WallWindow</name>
    <message>
        <source>Hookboard</source>
        <translation>Hookboard</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, held</source>
        <translation>%1, gehalten</translation>
    </message>
    <message>
        <source>%1, next in %2</source>
        <translation>%1, nächstes in %2</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>1 tile needs attention</source>
        <translation>1 Kachel braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1 tiles need attention</source>
        <translation>%1 Kacheln brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>hookboard::WelcomePage</name>
    <message>
        <source>What you get after the first event</source>
        <translation>Was nach dem ersten Ereignis entsteht</translation>
    </message>
    <message>
        <source>The number that counts</source>
        <translation>Die Zahl, auf die es ankommt</translation>
    </message>
    <message>
        <source>sum, average, percentile</source>
        <translation>Summe, Mittelwert, Perzentil</translation>
    </message>
    <message>
        <source>Events per minute</source>
        <translation>Ereignisse je Minute</translation>
    </message>
    <message>
        <source>from their times</source>
        <translation>aus ihren Zeiten</translation>
    </message>
    <message>
        <source>By country, plan, reason</source>
        <translation>Nach Land, Tarif, Grund</translation>
    </message>
    <message>
        <source>from any field</source>
        <translation>aus jedem Feld</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>one row for each</source>
        <translation>eine Zeile je Ereignis</translation>
    </message>
    <message>
        <source>From webhook to chart in three steps</source>
        <translation>Vom Webhook zum Diagramm in drei Schritten</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing is sent anywhere.</source>
        <translation>Alles bleibt auf diesem Rechner. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Look at the demo board</source>
        <translation>Demo-Board ansehen</translation>
    </message>
    <message>
        <source>Opens a second window with simulated events. This profile stays as it is.</source>
        <translation>Öffnet ein zweites Fenster mit simulierten Ereignissen. Dieses Profil bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>hookboard::WindowActions</name>
    <message>
        <source>&amp;New board…</source>
        <translation>&amp;Neues Board …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>S&amp;uchen …</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>&amp;Narrow rail</source>
        <translation>&amp;Schmale Leiste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Add tile…</source>
        <translation>&amp;Kachel hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Rename board…</source>
        <translation>Board &amp;umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Delete board…</source>
        <translation>Board &amp;löschen …</translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation>&amp;Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit source…</source>
        <translation>Quelle &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove source…</source>
        <translation>Quelle &amp;entfernen …</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;About Hookboard</source>
        <translation>&amp;Über Hookboard</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>B&amp;oard</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Edit board</source>
        <translation>&amp;Board bearbeiten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Tidy up</source>
        <translation>&amp;Aufräumen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Re&amp;name tile</source>
        <translation>Kachel um&amp;benennen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lle auswählen</translation>
    </message>
    <message>
        <source>Copy &amp;style</source>
        <translation>&amp;Stil kopieren</translation>
    </message>
    <message>
        <source>Paste st&amp;yle</source>
        <translation>Stil e&amp;infügen</translation>
    </message>
    <message>
        <source>Move board &amp;up</source>
        <translation>Board nach &amp;oben</translation>
    </message>
    <message>
        <source>Move board do&amp;wn</source>
        <translation>Board nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Snapshots…</source>
        <translation>Frühere &amp;Stände …</translation>
    </message>
    <message>
        <source>&amp;Import board…</source>
        <translation>Board &amp;importieren …</translation>
    </message>
    <message>
        <source>E&amp;xport board…</source>
        <translation>Board e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Wall…</source>
        <translation>&amp;Wand …</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>Bil&amp;d exportieren …</translation>
    </message>
    <message>
        <source>Print &amp;board…</source>
        <translation>Board d&amp;rucken …</translation>
    </message>
    <message>
        <source>D&amp;one</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Dis&amp;card changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Dup&amp;licate board</source>
        <translation>Board v&amp;erdoppeln</translation>
    </message>
    <message>
        <source>Command pa&amp;lette…</source>
        <translation>Befehls&amp;palette …</translation>
    </message>
    <message>
        <source>Prob&amp;lems…</source>
        <translation>&amp;Probleme …</translation>
    </message>
</context>
</TS>
