import Testing

@testable import Intake

/// Names as mail carries them; the codings are those of Python's `base64`, `email`, `urllib` and codecs.
@Suite struct ReadableNameTests {
  @Test(arguments: [
    (
      "=?utf-8?B?0KTQvtGA0LzQsCDQnNChLTEgKNCe0LnQsdC+0L3RgdC60LDRjyDQodCe0KgpLnhsc3g=?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=?utf-8?Q?=D0=A4=D0=BE=D1=80=D0=BC=D0=B0_=D0=9C=D0=A1=2D1_=28=D0=9E=D0=B9=D0=B1=D0=BE=D0=BD=D1=81=D0=BA=D0=B0=D1=8F_=D0=A1=D0=9E=D0=A8=29.xlsx?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=?koi8-r?B?5s_SzcEg7fMtMSAo78rCz87Ty8HRIPPv+ykueGxzeA==?=", "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=?koi8-r?Q?=E6=CF=D2=CD=C1_=ED=F3=2D1_=28=EF=CA=C2=CF=CE=D3=CB=C1=D1_=F3=EF=FB=29.xlsx?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=?windows-1251?B?1O7w7OAgzNEtMSAozunh7u3x6uD_INHO2CkueGxzeA==?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=?windows-1251?Q?=D4=EE=F0=EC=E0_=CC=D1=2D1_=28=CE=E9=E1=EE=ED=F1=EA=E0=FF_=D1=CE=D8=29.xlsx?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=?UTF-8?B?0KTQvtGA0LzQ?= =?UTF-8?B?sCDQnNChLTEgKNCe0LnQsdC+0L3RgdC60LDRjyDQodCe0KgpLnhsc3g=?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "=_utf-8_B_0KTQvtGA0LzQsCDQnNChLTEgKNCe0LnQsdC+0L3RgdC60LDRjyDQodCe0KgpLnhsc3g=_=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    ("=?utf-8?B?0KTQvtGA0LzQsA==?=.xlsx", "Форма.xlsx"),
    (
      "=?utf-8?b?0KTQvtGA0LzQsCDQnNChLTEgKNCe0LnQsdC+0L3RgdC60LA=?= =?utf-8?b?0Y8g0KHQntCoKS54bHN4?=",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "%D0%A4%D0%BE%D1%80%D0%BC%D0%B0%20%D0%9C%D0%A1-1%20%28%D0%9E%D0%B9%D0%B1%D0%BE%D0%BD%D1%81%D0%BA%D0%B0%D1%8F%20%D0%A1%D0%9E%D0%A8%29.xlsx",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "UTF-8''%D0%A4%D0%BE%D1%80%D0%BC%D0%B0%20%D0%9C%D0%A1-1%20%28%D0%9E%D0%B9%D0%B1%D0%BE%D0%BD%D1%81%D0%BA%D0%B0%D1%8F%20%D0%A1%D0%9E%D0%A8%29.xlsx",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    (
      "koi8-r''%E6%CF%D2%CD%C1%20%ED%F3-1%20%28%EF%CA%C2%CF%CE%D3%CB%C1%D1%20%F3%EF%FB%29.xlsx",
      "Форма МС-1 (Ойбонская СОШ).xlsx"
    ),
    ("Р¤РѕСЂРјР° Р·Р° РіРѕРґ.xlsx", "Форма за год.xlsx"),
    ("Ð¤Ð¾Ñ\u{80}Ð¼Ð° Ð·Ð° Ð³Ð¾Ð´.xlsx", "Форма за год.xlsx"),
    ("Ð\u{9E}Ñ\u{82}Ñ\u{87}Ñ\u{91}Ñ\u{82}.xlsx", "Отчёт.xlsx"),
    ("ÐšÐ°Ð´Ñ€Ñ‹.ods", "Кадры.ods"),
  ])
  func aNameThatMailMangledIsRead(_ mangled: String, _ name: String) {
    #expect(ReadableName.of(mangled) == name)
    #expect(ReadableName.of("почта/\(mangled)") == "почта/\(name)")
  }

  /// Plain names, and those that more than one reading is possible of, stay as they are.
  @Test(arguments: [
    "Форма МС-1 (Ойбонская СОШ).xlsx", "form.xlsx", "100% готово.xlsx", "a=b.xlsx", "Рассвет.xlsx",
    "школа_№_7.ods", "=?utf-8?B?0KTQvtGA?", "=?utf-8?B?0KTQvtGA0", "=?x-unknown?B?0KTQ?=",
    "=?utf-8?B?0KQ_!!?=", "=?utf-8?B?0A==?=", "%D0.xlsx", "%FF%FE.xlsx", "Ð.xlsx", "Ñандартъ.xlsx",
    "=?utf-8?B?Li4v?=", "=?utf-8?Q?=0A=D0=A4?=", "%", "=?", "",
  ])
  func nothingIsGuessed(_ name: String) {
    #expect(ReadableName.of(name) == nil)
  }
}
