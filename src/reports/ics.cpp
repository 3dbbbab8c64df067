// SPDX-License-Identifier: Apache-2.0
#include "src/reports/write.h"

#include <libical/ical.h>

#include <memory>

namespace reports {

namespace {

constexpr std::int64_t aSecond = 1000;

icaltimetype dayOf(domain::Day day)
{
    const std::chrono::year_month_day date(day);
    auto time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

icaltimetype momentOf(std::int64_t utcMilliseconds)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(utcMilliseconds / aSecond), 0,
                                         icaltimezone_get_utc_timezone());
}

icalcomponent *eventOf(const Appointment &appointment, const Document &document)
{
    auto *summary = icalproperty_new_summary(appointment.summary.toStdString().c_str());
    icalproperty_add_parameter(summary, icalparameter_new_language(document.language.toStdString().c_str()));
    const bool isTimed = appointment.start.has_value() && appointment.minutes > 0;
    const auto start = isTimed ? momentOf(*appointment.start) : dayOf(appointment.day);
    const auto minutes = std::chrono::minutes(appointment.minutes);
    const auto end = isTimed
        ? momentOf(*appointment.start + std::chrono::duration_cast<std::chrono::milliseconds>(minutes).count())
        : dayOf(appointment.day + std::chrono::days(1));
    auto *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    for (auto *property : { icalproperty_new_uid(appointment.uid.c_str()),
                            icalproperty_new_dtstamp(momentOf(document.madeAt)), icalproperty_new_dtstart(start),
                            icalproperty_new_dtend(end), summary, icalproperty_new_class(ICAL_CLASS_PRIVATE),
                            // A day on which something is due leaves that day free.
                            icalproperty_new_transp(isTimed ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT) }) {
        icalcomponent_add_property(event, property);
    }
    return event;
}

} // namespace

std::string icsOf(const Document &document)
{
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
        icalcomponent_new(ICAL_VCALENDAR_COMPONENT), icalcomponent_free);
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Cadre//Cadre " CADRE_VERSION "//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    for (const auto &appointment : document.appointments) {
        icalcomponent_add_component(calendar.get(), eventOf(appointment, document));
    }
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                                        icalmemory_free_buffer);
    return text.get();
}

} // namespace reports
