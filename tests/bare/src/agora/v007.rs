//! AccessToken2, minted and read.

use tokenmint::Error;
use tokenmint::agora::v007::{
    FieldsRef, Issuer, Minter, ParsedToken2, Permission, PermissionType, PrivilegeFcdn,
    PrivilegeStreaming, ResourceType, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn,
    ServiceFpa, ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt, peek,
};
use tokenmint::agora::{
    AccessToken2, ApaasTokenBuilder, Expected, ChatTokenBuilder2, ConvoAiTokenBuilder,
    EducationTokenBuilder2, FpaTokenBuilder, RtcTokenBuilder2, RtmTokenBuilder2, SttTokenBuilder,
    Warning, generate_convo_ai_token, generate_rtc_token,
};
use tokenmint::zlib::Stored;

use super::Inputs;
use crate::{Memory, part_mut, status, text};

/// A root for each builder function, with the words in scope that they take.
macro_rules! roots {
    ($($name:ident: |$inputs:ident, $out:ident| $call:expr;)+) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name($inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
            let $out = part_mut(out, cap);
            status((|| -> Result<usize, Error> { Ok($call?.len()) })())
        }
    )+};
}

roots! {
    bare_rtc_uid: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .limits(i.limits())
        .build_token_with_uid(i.channel(), i.uid, i.role(), i.expire(), i.expire(), out);
    bare_rtc_account: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token_with_user_account(
            i.channel(), i.account(), i.role(), i.expire(), i.expire(), out);
    bare_rtc_uid_privileges: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token_with_uid_and_privilege(
            i.channel(), i.uid, i.expire(), [i.expire(); 4], out);
    bare_rtc_account_privileges: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token_with_user_account_and_privilege(
            i.channel(), i.account(), i.expire(), [i.expire(); 4], out);
    bare_rtc_rtm: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token_with_rtm(
            i.channel(), i.account(), i.role(), i.expire(), i.expire(), out);
    bare_rtc_rtm2: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token_with_rtm2(
            i.channel(), i.account(), i.role(), i.expire(), [i.expire(); 4], i.account(),
            i.expire(), out);
    bare_rtc_stored: |i, out| RtcTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .compression(Stored)
        .build_token_with_uid(i.channel(), i.uid, i.role(), i.expire(), i.expire(), out);
    bare_rtm: |i, out| RtmTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token(i.account(), i.expire(), out);
    bare_rtm_permissions: |i, out| RtmTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_token_with_permissions(
            i.account(),
            &[Permission::new(
                ResourceType::StreamChannels, PermissionType::Write, &[i.channel()])],
            i.expire(), out);
    bare_chat_user: |i, out| ChatTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_user_token(i.account(), i.expire(), out);
    bare_chat_app: |i, out| ChatTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_app_token(i.expire(), out);
    bare_education_room: |i, out| EducationTokenBuilder2::new(&i.credentials()?, i.stamp()?)
        .build_room_user_token(i.channel(), i.account(), 1, i.expire(), out);
    bare_apaas_user: |i, out| ApaasTokenBuilder::new(&i.credentials()?, i.stamp()?)
        .build_user_token(i.account(), i.expire(), out);
    bare_apaas_app: |i, out| ApaasTokenBuilder::new(&i.credentials()?, i.stamp()?)
        .build_app_token(i.expire(), out);
    bare_fpa: |i, out| FpaTokenBuilder::new(&i.credentials()?, i.stamp()?)
        .build_token(out);
    bare_convo_ai: |i, out| ConvoAiTokenBuilder::new(&i.credentials()?, i.stamp()?)
        .build_token(
            i.channel(), i.account(), i.role(), i.expire(), [i.expire(); 4], i.account(),
            i.expire(), out);
    bare_stt: |i, out| SttTokenBuilder::new(&i.credentials()?, i.stamp()?)
        .build_token(
            i.channel(), i.account(), i.role(), i.expire(), [i.expire(); 4], i.account(),
            i.expire(), out);
    bare_generate_rtc: |i, out| generate_rtc_token(
        &i.credentials()?, i.stamp()?, i.channel(), i.uid, i.role(), i.expire(), out);
    bare_generate_convo_ai: |i, out| generate_convo_ai_token(
        &i.credentials()?, i.stamp()?, i.channel(), i.account(), i.expire(), i.expire(), out);
    bare_services: |i, out| AccessToken2::<10>::with_issuer(
            Minter::new(&i.credentials()?, i.issued_at)?.salt(i.salt), i.expire())
        .limits(i.limits())
        .add_service(ServiceRtc::new(i.channel(), i.uid))?
        .add_service(ServiceRtm::new(i.account()))?
        .add_service(ServiceStreaming::new(i.channel(), i.account())
            .add_privilege(PrivilegeStreaming::PublishMixStream, i.expire()))?
        .add_service(ServiceFpa::new())?
        .add_service(ServiceChat::app())?
        .add_service(ServiceFcdn::new(i.channel(), i.account())
            .add_privilege(PrivilegeFcdn::Publish, i.expire()))?
        .add_service(ServiceApaas::new(i.channel(), i.account(), ServiceApaas::NO_ROLE))?
        .add_service(ServiceRtm2::new(i.account(), &[]))?
        .add_service(ServiceConvoAi::new())?
        .add_service(ServiceStt::new())?
        .build(out);
    bare_issuer: |i, out| Issuer::new(&i.credentials()?, i.stamp()?)
        .mint(i.expire(), &[ServiceRtm::new(i.account()).into()], out);
}

#[unsafe(no_mangle)]
extern "C" fn bare_007_check(
    inputs: &Inputs,
    token: &Memory,
    token_len: usize,
    now: u32,
    workspace: &mut Memory,
) -> i32 {
    status((|| {
        let credentials = inputs.credentials()?;
        let parsed = ParsedToken2::parse(text(token, token_len), workspace)?;
        parsed.verify(credentials.certificate())?;
        parsed
            .check(
                &Expected::to_join(inputs.channel(), inputs.account(), inputs.role())
                    .certificate(credentials.certificate())
                    .app_id(credentials.app_id())
                    .now(now),
            )
            .ok()?;
        Ok(parsed.content().len())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_007_inspect(
    token: &Memory,
    token_len: usize,
    now: u32,
    workspace: &mut Memory,
) -> i32 {
    status((|| {
        let token = text(token, token_len);
        let renew = peek(token, workspace)?.should_renew(now);
        let parsed = ParsedToken2::parse(token, workspace)?;
        let mut sum = usize::from(renew);
        parsed.warnings(Some(now), |warning: Warning| {
            sum = sum.wrapping_add(warning.name().len());
        });
        for service in parsed.services() {
            sum = sum.wrapping_add(service.service_type.name().len());
            for (number, _) in service.privileges.iter() {
                let name = service.service_type.privilege_name(number);
                sum = sum.wrapping_add(name.map_or(0, str::len));
            }
            if let FieldsRef::Permissions { permissions, .. } = service.fields {
                for permission in permissions.iter() {
                    sum = sum.wrapping_add(permission.resources().map(str::len).sum());
                }
            }
        }
        Ok(sum)
    })())
}
